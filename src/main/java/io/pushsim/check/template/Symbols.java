package io.pushsim.check.template;

import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;
import io.pushsim.document.Place;

/** Makes the symbols for what a template does not tell. */
final class Symbols {
  private final String file;

  Symbols(String file) {
    this.file = file;
  }

  private Symbol of(String label, String remedy) {
    return new Symbol(file + " " + label, label, Symbol.Kind.ANY, remedy);
  }

  /** A parameter that has no value. */
  Symbol parameter(String name) {
    return of(name, "Give --parameter " + name + "=….");
  }

  /** A parameter whose value is not to be shown. */
  Symbol secret(String name) {
    return of(name, "The parameter is NoEcho, so that its value is not used: leave NoEcho out.");
  }

  /** A parameter whose value Systems Manager keeps. */
  Symbol stored(String name) {
    return of(
        name,
        "Its value lies in SSM Parameter Store: give the parameter another type and --parameter "
            + name
            + "=….");
  }

  /** The name that CloudFormation makes up for a resource. */
  Symbol madeUp(Resource resource, String property) {
    return of(
        resource.id(),
        "CloudFormation makes the name up: give " + resource.id() + " a " + property + ".");
  }

  /** What else a resource is known by. */
  Symbol resource(String id) {
    return of(id, "It is made when " + id + " is deployed.");
  }

  /** An attribute of a resource. */
  Symbol attribute(String id, String attribute) {
    return of(id + "." + attribute, "It is made when " + id + " is deployed.");
  }

  /** The number of a version. */
  Symbol versionNumber(String id) {
    return of(id + ".Version", "Lambda counts versions when it publishes them.");
  }

  /** What CloudFormation says of the stack. */
  Symbol stack(String pseudoParameter) {
    return of(pseudoParameter, "Give --parameter " + pseudoParameter + "=….");
  }

  /** What another stack exports; in all files it is the same. */
  Symbol export(Text name) {
    String label = "export " + name;
    return new Symbol(
        label,
        label,
        Symbol.Kind.ANY,
        "Another stack exports it: write its value, or a parameter.");
  }

  /** What a dynamic reference stands for; in all files it is the same. */
  Symbol dynamic(String reference) {
    return new Symbol(
        reference,
        reference,
        Symbol.Kind.ANY,
        "Its value lies in another service: write it, or a parameter.");
  }

  /** One of two texts, by a condition. */
  Symbol choice(Value.Choice choice, Text holds, Text fails) {
    return of(choice.condition() + " ? " + holds + " : " + fails, choice.reason().remedy());
  }

  /** What a function makes of something that is not known. */
  Symbol derived(String label, Symbol from) {
    return of(label, from.remedy());
  }

  /** What a function gives that only AWS knows. */
  Symbol given(String label) {
    return of(label, "It is known when the stack is deployed: write its value, or a parameter.");
  }

  /** A value that was told to be a problem. */
  Symbol faulty(Place place) {
    return of("fault in line " + place.line() + ":" + place.column(), "Mend what is wrong there.");
  }
}
