package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stories about queues: their URLs are known beforehand, and whoever waits lets time pass. */
class QueueStoryTest {
  @TempDir private Path folder;

  private Cli replay(String steps) throws IOException {
    Path story = folder.resolve("story.yaml");
    Files.writeString(story, "region: us-west-2\nsteps:\n" + steps);
    return Cli.run("replay", story.toString());
  }

  @Test
  void messagesAreSentAndReceived() throws IOException {
    Cli run =
        replay(
            """
              - CreateQueue: { QueueName: dlq }
                expect: { QueueUrl: "https://sqs.us-west-2.amazonaws.com/111111111111/dlq" }
              - SendMessage: { QueueUrl: "https://sqs.us-west-2.amazonaws.com/111111111111/dlq", MessageBody: hello, DelaySeconds: 15 }
              - ReceiveMessage: { QueueUrl: dlq }
                expect: { Messages: null }
              - ReceiveMessage: { QueueUrl: dlq, WaitTimeSeconds: 20, VisibilityTimeout: 10, AttributeNames: [All] }
                expect: { Messages: [{ Body: hello, Attributes: { ApproximateFirstReceiveTimestamp: "1767225615000" } }] }
              - ReceiveMessage: { QueueUrl: dlq, WaitTimeSeconds: 5 }
              - Advance: PT5S
              - ReceiveMessage: { QueueUrl: dlq }
                expect: { Messages: [{ Body: hello }] }
              - GetQueueUrl: { QueueName: nowhere }
                expectError: { Code: QueueDoesNotExist, Message: The specified queue does not exist. }
            """);

    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
  }
}
