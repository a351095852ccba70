package io.pushsim.check.setup;

/** The form of an input. */
public enum Dialect {
  SCENARIO("scenario"),
  CLI_OUTPUT("AWS CLI output"),
  CLOUDFORMATION("CloudFormation template"),
  SAM("SAM template"),
  TERRAFORM("Terraform plan"),
  ENDPOINT("endpoint");

  private final String title;

  Dialect(String title) {
    this.title = title;
  }

  /** What people call it. */
  public String title() {
    return title;
  }
}
