package io.pushsim.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDocumentTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {"Version":"2012-10-17","Id":"default","Statement":[]}
          {"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}
          {"Statement":[{"Effect":"Deny","Principal":{"AWS":"*"},"Action":["*"],"Resource":[]}]}
          {"Statement":[{"Effect":"Deny","NotPrincipal":{"Service":["b","a"],"AWS":"1","Federated":["f"]},"NotAction":["a"],"NotResource":"r"}]}
          {"Statement":[{"Sid":"x","Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"StringLike":{"b":["2","1"],"a":"3"},"ForAnyValue:ArnLikeIfExists":{"c":["4"]},"Bool":{"d":true},"NumericLessThan":{"e":[1,2.5]}}}]}
          """)
  void writesWhatWasRead_whateverItsForm(String text) throws JsonProcessingException {
    PolicyDocument read = read(text);

    assertThat(JSON.writeValueAsString(read.toPlain())).isEqualTo(text);
    assertThat(read(JSON.writeValueAsString(read.toPlain())))
        .isEqualTo(read)
        .hasSameHashCodeAs(read);
  }

  @Test
  void takesALoneStatement_asAListOfOne() throws JsonProcessingException {
    String statement =
        "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}";

    assertThat(read("{\"Statement\":" + statement + "}"))
        .isEqualTo(read("{\"Statement\":[" + statement + "]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {}                                                            | The policy has no Statement: write a list of statements
          {"Statment":[]}                                               | The policy has an element 'Statment', which no policy has: it may have Id, Statement, Version
          {"Version":20121017,"Statement":[]}                           | The policy: Version is '20121017', which is no string: put it in quotes
          {"Statement":["x"]}                                           | Statement 1 is 'x': write a map with Effect, Principal, Action and Resource
          {"Statement":[{"Principle":"*"}]}                             | Statement 1 has an element 'Principle', which no policy has
          {"Statement":[{"Effect":"allow"}]}                            | Statement 1: Effect is 'allow': write Allow or Deny
          {"Statement":[{"Effect":"Allow"}]}                            | Statement 1: there is neither Principal nor NotPrincipal: write exactly one of them
          {"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","NotAction":"*"}]} | Statement 1: there are both Action and NotAction: write exactly one of them
          {"Statement":[{"Effect":"Allow","Principal":null}]}           | Statement 1: Principal is empty: write a value or a list of values
          {"Statement":[{"Effect":"Allow","Principal":"s3"}]}           | Statement 1: 's3' is no principal: write "*" or a map such as {"Service": "s3.amazonaws.com"}
          {"Statement":[{"Effect":"Allow","Principal":{"S3":"x"}}]}     | Statement 1: 'S3' is no type of principal: write AWS, Service, Federated or CanonicalUser
          {"Statement":[{"Effect":"Allow","Principal":{"AWS":null}}]}   | Statement 1: AWS is empty: write a value or a list of values
          {"Statement":[{"Effect":"Allow","Principal":{"AWS":["a",null]}}]} | Statement 1: a list of values has an empty one: write a string
          {"Statement":[{"Effect":"Allow","Principal":"*","Action":{}}]} | Statement 1: '{}' is no value of a policy element: write a string or a list of strings
          {"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":"x"}]} | Statement 1: Condition is 'x': write a map
          {"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"StringEqual":{}}}]} | Statement 1: 'StringEqual' is no condition operator: write one like StringEquals
          {"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"NullIfExists":{}}}]} | Statement 1: 'NullIfExists' is no condition operator
          {"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"Bool":{"k":null}}}]} | Statement 1: Bool k has no value: write a value or a list of values
          """)
  void saysWhatIsWrong_whenItIsNoPolicy(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  private static PolicyDocument read(String text) throws JsonProcessingException {
    return PolicyDocument.fromPlain(JSON.readValue(text, Map.class));
  }
}
