package io.pushsim.check.template;

import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;
import io.pushsim.check.template.Value.Items;
import io.pushsim.check.template.Value.Scalar;
import io.pushsim.check.template.Value.Unknown;
import io.pushsim.document.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The intrinsic functions, each by its name. */
final class Functions {
  private final World world;
  private final Evaluator evaluator;
  private final Substitution substitution;
  private final Lookup lookup;

  Functions(World world, Evaluator evaluator) {
    this.world = world;
    this.evaluator = evaluator;
    this.substitution = new Substitution(world, evaluator);
    this.lookup = new Lookup(world, evaluator);
  }

  /** What the call comes to. */
  Value call(Call call) {
    return switch (call.name()) {
      case "Ref" -> evaluator.references().ref(call);
      case "Fn::GetAtt" -> evaluator.references().attribute(call);
      case "Fn::Sub" -> substitution.of(call);
      case "Fn::Join" -> join(call);
      case "Fn::If" -> evaluator.conditions().choose(call);
      case "Fn::FindInMap" -> lookup.find(call);
      case "Fn::Select" -> lookup.select(call);
      case "Fn::Split" -> lookup.split(call);
      case "Fn::ImportValue" -> new Unknown(world.symbols().export(argument(call)), call.place());
      case "Fn::Base64" -> base64(call);
      case "Fn::Length" -> length(call);
      case "Fn::GetAZs", "Fn::Cidr", "Fn::ToJsonString" ->
          new Unknown(
              world.symbols().given(call.written() + " in line " + call.place().line()),
              call.place());
      case "Fn::Transform" ->
          fault(call, "what Fn::Transform makes cannot be known: " + Transforms.GIVE_PROCESSED);
      case "Condition", "Fn::And", "Fn::Or", "Fn::Not", "Fn::Equals" ->
          fault(call, call.written() + " belongs in Conditions: name the condition in !If");
      default ->
          fault(
              call,
              "CloudFormation has no function "
                  + call.written()
                  + world
                      .problems()
                      .meant(call.written(), call.others(), "its functions are " + call.others()));
    };
  }

  private Value fault(Call call, String message) {
    world.problems().at(call.place(), message);
    return new Unknown(world.symbols().faulty(call.place()), call.place());
  }

  private Text argument(Call call) {
    return evaluator.text(evaluator.argument(call), "what " + call.written() + " takes");
  }

  private Value join(Call call) {
    List<Node> arguments = call.list().orElse(List.of());
    if (arguments.size() != 2) {
      return fault(call, call.written() + " takes a list: the delimiter, then a list of texts");
    }
    Text delimiter = evaluator.text(evaluator.evaluate(arguments.get(0)), "the delimiter");
    Value list = evaluator.evaluate(arguments.get(1));
    if (list instanceof Unknown unknown) {
      String label = "joined " + unknown.symbol().label();
      return new Unknown(world.symbols().derived(label, unknown.symbol()), call.place());
    }
    if (!(list instanceof Items items)) {
      return fault(call, call.written() + " takes a list of texts after its delimiter");
    }
    List<Text> pieces = new ArrayList<>();
    for (Value item : items.values()) {
      if (!pieces.isEmpty()) {
        pieces.add(delimiter);
      }
      pieces.add(evaluator.text(item, "what " + call.written() + " joins", Text.of("")));
    }
    world.work().makes(pieces, call.place());
    return new Scalar(Text.join(pieces), call.place());
  }

  private Value base64(Call call) {
    Text text = argument(call);
    if (text.isKnown()) {
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      Text encoded = Text.of(Base64.getEncoder().encodeToString(bytes));
      world.work().makes(List.of(encoded), call.place());
      return new Scalar(encoded, call.place());
    }
    Symbol from = text.symbols().findFirst().orElseThrow();
    return new Unknown(world.symbols().derived("Base64 of " + text, from), call.place());
  }

  private Value length(Call call) {
    Value list = evaluator.argument(call);
    if (list instanceof Items items && items.choiceOfForm().isEmpty()) {
      return new Scalar(Text.of(String.valueOf(items.values().size())), call.place());
    }
    return new Unknown(
        world.symbols().given(call.written() + " in line " + call.place().line()), call.place());
  }
}
