package io.pushsim.load.remote;

/** A target that cannot be loaded; the message is for the person who named it. */
public final class RemoteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RemoteException(String message) {
    super(message);
  }
}
