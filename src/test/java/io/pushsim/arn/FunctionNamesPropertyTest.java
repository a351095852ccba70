package io.pushsim.arn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;

class FunctionNamesPropertyTest {
  private static final Scope CALLER = new Scope("111111111111", "us-west-2");

  @Property
  void isItself_whenAFunctionArnIsPrintedAndParsed(@ForAll("functionArns") FunctionArn arn) {
    assertThat(FunctionArn.parse(arn.toString())).contains(arn);
  }

  @Property
  void isItself_whenAnArnIsPrintedAndParsed(@ForAll("arns") Arn arn) {
    assertThat(Arn.parse(arn.toString())).contains(arn);
  }

  @Property
  void isItself_whenAQualifierIsPrintedAndParsed(@ForAll("qualifierTexts") String text) {
    assertThat(Qualifier.parse(text)).hasToString(text);
  }

  @Property
  void isAReferenceToItself_whenAFunctionArnIsWrittenAsFunctionName(
      @ForAll("functionArns") FunctionArn arn) {
    FunctionReference reference = FunctionReference.parse(arn.toString()).orElseThrow();

    assertThat(reference)
        .isEqualTo(
            new FunctionReference(
                Optional.of(arn.partition()),
                Optional.of(arn.region()),
                Optional.of(arn.account()),
                arn.functionName(),
                arn.qualifier()));
    assertThat(reference.resolve(new Scope(arn.account(), arn.region()), Qualifier.UNQUALIFIED))
        .isEqualTo(arn);
  }

  /**
   * name, function:name and account:function:name, each with the qualifier in or beside the name.
   */
  @Property
  void meansTheSame_whenAFunctionIsNamedInAnyForm(
      @ForAll("names") String name, @ForAll("qualifierTexts") String qualifier) {
    String suffix = qualifier.isEmpty() ? "" : ":" + qualifier;
    FunctionArn expected = FunctionArn.of(CALLER, name, Qualifier.parse(qualifier));

    for (String form :
        new String[] {
          name,
          "function:" + name,
          "111111111111:function:" + name,
          "arn:aws:lambda:us-west-2:111111111111:function:" + name
        }) {
      assertThat(resolved(form + suffix, Qualifier.UNQUALIFIED)).isEqualTo(expected);
      assertThat(resolved(form, Qualifier.parse(qualifier))).isEqualTo(expected);
      assertThat(resolved(form + suffix, Qualifier.parse(qualifier))).isEqualTo(expected);
    }
  }

  @Property
  void hasTheShortNameAndTheScopeOfItsParts(@ForAll("functionArns") FunctionArn arn) {
    assertThat(arn.toString()).endsWith(":function:" + arn.shortName());
    assertThat(arn.unqualified().shortName()).isEqualTo(arn.functionName());
    assertThat(arn.unqualified().withQualifier(arn.qualifier())).isEqualTo(arn);
    assertThat(arn.scope()).isEqualTo(new Scope(arn.account(), arn.region()));
  }

  private static FunctionArn resolved(String functionName, Qualifier parameter) {
    return FunctionReference.parse(functionName).orElseThrow().resolve(CALLER, parameter);
  }

  // A name of 12 digits or "function" before a colon would be read as an account or as the word.
  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withCharRange('A', 'Z')
        .withCharRange('0', '9')
        .withChars('-', '_')
        .ofMinLength(1)
        .ofMaxLength(64)
        .filter(name -> !name.equals("function") && !Scope.isAccount(name));
  }

  @Provide
  Arbitrary<String> qualifierTexts() {
    return Arbitraries.oneOf(
        Arbitraries.of("", "$LATEST", "PROD", "2024-01-02", "1a", "-", "_"),
        Arbitraries.integers().between(1, 100_000).map(String::valueOf),
        names());
  }

  @Provide
  Arbitrary<FunctionArn> functionArns() {
    return Combinators.combine(regions(), accounts(), names(), qualifierTexts())
        .as(
            (region, account, name, qualifier) ->
                FunctionArn.of(new Scope(account, region), name, Qualifier.parse(qualifier)));
  }

  @Provide
  Arbitrary<Arn> arns() {
    StringArbitrary part = Arbitraries.strings().withCharRange('a', 'z').withChars('-', '.', '/');
    Arbitrary<String> resource = Arbitraries.strings().ascii().ofMaxLength(30);
    return Combinators.combine(
            Arbitraries.of(Partition.values()).map(Partition::id),
            part.ofMinLength(1).ofMaxLength(10),
            part.ofMaxLength(10),
            Arbitraries.oneOf(Arbitraries.just(""), accounts()),
            resource)
        .as(Arn::new);
  }

  private static Arbitrary<String> regions() {
    return Arbitraries.of(
        "us-west-2", "eu-central-1", "cn-north-1", "us-gov-west-1", "ap-southeast-4");
  }

  private static Arbitrary<String> accounts() {
    return Arbitraries.strings().numeric().ofLength(12);
  }
}
