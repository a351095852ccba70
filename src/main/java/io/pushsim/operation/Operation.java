package io.pushsim.operation;

import io.pushsim.operation.shape.Shape;

/** An AWS operation: its name and its request's record. */
sealed interface Operation
    permits StateOperation, MessageOperation, InvokeOperation, InvokeAsyncOperation {
  String name();

  Class<? extends Record> request();

  default Shape shape() {
    return Shape.of(request());
  }
}
