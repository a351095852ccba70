package io.pushsim.operation;

import io.pushsim.operation.shape.Shape;

/** An AWS operation: its name, what it does in a sentence, its request's record. */
sealed interface Operation permits StateOperation, InvokeOperation, InvokeAsyncOperation {
  String name();

  String summary();

  Class<? extends Record> request();

  default Shape shape() {
    return Shape.of(request());
  }
}
