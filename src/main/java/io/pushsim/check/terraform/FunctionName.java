package io.pushsim.check.terraform;

import io.pushsim.check.setup.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@code function_name} in any of the forms that Lambda takes, parts of which may not be known
 * (Lambda API reference, FunctionName).
 *
 * @param whole the text where it is not known which form it has
 */
record FunctionName(
    Optional<Text> partition,
    Optional<Text> region,
    Optional<Text> account,
    Text name,
    Optional<Text> qualifier,
    Optional<Text> whole) {
  private static final Text MARK = Text.of("function");

  static FunctionName parse(Text text) {
    List<Text> parts = split(text);
    int mark = parts.size() > 1 ? parts.indexOf(MARK) : -1;
    if (mark < 0) {
      // What is not known at all may be a name as well as an ARN.
      return new FunctionName(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          parts.get(0),
          at(parts, 1),
          parts.get(0).isKnown() ? Optional.empty() : Optional.of(text));
    }
    return new FunctionName(
        mark > 3 ? at(parts, mark - 4) : Optional.empty(),
        mark > 1 ? at(parts, mark - 2) : Optional.empty(),
        mark > 0 ? at(parts, mark - 1) : Optional.empty(),
        at(parts, mark + 1).orElse(Text.of("")),
        at(parts, mark + 2),
        Optional.empty());
  }

  private static Optional<Text> at(List<Text> parts, int i) {
    return i < parts.size() ? Optional.of(parts.get(i)) : Optional.empty();
  }

  // At the colons that are known: names, accounts and regions have none.
  private static List<Text> split(Text text) {
    List<Text> split = new ArrayList<>();
    List<Text> run = new ArrayList<>();
    for (Text.Part part : text.parts()) {
      if (part instanceof Text.Part.Unknown unknown) {
        run.add(Text.unknown(unknown.symbol()));
        continue;
      }
      String[] pieces = part.toString().split(":", -1);
      for (int i = 0; i < pieces.length; i++) {
        if (i > 0) {
          split.add(Text.join(run));
          run.clear();
        }
        run.add(Text.of(pieces[i]));
      }
    }
    split.add(Text.join(run));
    return split;
  }

  /** Whether nothing but the name says what function it is. */
  boolean isNameAlone() {
    return partition.isEmpty() && region.isEmpty() && account.isEmpty();
  }

  /** The unqualified ARN, of the provider's account and region where it does not tell others. */
  Text arn(Providers.Provider provider) {
    return whole.orElseGet(
        () ->
            arn(
                new Providers.Provider(
                    account.orElse(provider.account()),
                    region.orElse(provider.region()),
                    partition.orElse(provider.partition())),
                name));
  }

  /** The ARN of a function of that name. */
  static Text arn(Providers.Provider provider, Text name) {
    return Text.join(
        Text.of("arn:"),
        provider.partition(),
        Text.of(":lambda:"),
        provider.region(),
        Text.of(":"),
        provider.account(),
        Text.of(":function:"),
        name);
  }
}
