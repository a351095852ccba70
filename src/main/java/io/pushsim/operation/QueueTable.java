package io.pushsim.operation;

import java.util.List;

/** SQS's operations, as {@link OperationTable} has them. */
final class QueueTable {
  static final List<Operation> OPERATIONS =
      List.of(
          StateOperation.changing(
              "CreateQueue", 200, QueueRequests.Create.class, QueueOperations::create),
          StateOperation.reading(
              "GetQueueUrl", 200, QueueRequests.GetUrl.class, QueueOperations::getUrl),
          new MessageOperation<>(
              "GetQueueAttributes",
              QueueRequests.GetAttributes.class,
              QueueOperations::getAttributes),
          StateOperation.changing(
              "SetQueueAttributes",
              200,
              QueueRequests.SetAttributes.class,
              QueueOperations::setAttributes),
          StateOperation.surveying(
              "ListQueues", 200, QueueRequests.ListAll.class, QueueOperations::list),
          StateOperation.surveying(
              "ListDeadLetterSourceQueues",
              200,
              QueueRequests.ListSources.class,
              QueueOperations::listSources),
          StateOperation.changing(
              "DeleteQueue", 200, QueueRequests.Named.class, QueueOperations::delete),
          StateOperation.changing(
              "PurgeQueue", 200, QueueRequests.Named.class, QueueOperations::purge),
          StateOperation.changing("TagQueue", 200, QueueRequests.Tag.class, QueueOperations::tag),
          StateOperation.changing(
              "UntagQueue", 200, QueueRequests.Untag.class, QueueOperations::untag),
          StateOperation.reading(
              "ListQueueTags", 200, QueueRequests.Named.class, QueueOperations::listTags),
          new MessageOperation<>("SendMessage", MessageRequests.Send.class, SendOperations::send),
          new MessageOperation<>(
              "SendMessageBatch", MessageRequests.SendBatch.class, SendOperations::sendBatch),
          new MessageOperation<>(
              "ReceiveMessage", MessageRequests.Receive.class, ReceiveOperation::receive),
          new MessageOperation<>(
              "DeleteMessage", MessageRequests.Delete.class, ReceiptOperations::delete),
          new MessageOperation<>(
              "DeleteMessageBatch",
              MessageRequests.DeleteBatch.class,
              ReceiptOperations::deleteBatch),
          new MessageOperation<>(
              "ChangeMessageVisibility",
              MessageRequests.ChangeVisibility.class,
              ReceiptOperations::changeVisibility),
          new MessageOperation<>(
              "ChangeMessageVisibilityBatch",
              MessageRequests.ChangeVisibilityBatch.class,
              ReceiptOperations::changeVisibilityBatch),
          new MessageOperation<>(
              "StartMessageMoveTask", MessageRequests.StartMove.class, MoveTasks::start),
          new MessageOperation<>(
              "ListMessageMoveTasks", MessageRequests.ListMoves.class, MoveTasks::list),
          new MessageOperation<>(
              "CancelMessageMoveTask", MessageRequests.CancelMove.class, MoveTasks::cancel));

  private QueueTable() {}
}
