package io.pushsim.eventsource.embedded;

import io.pushsim.eventsource.embedded.ObjectCall.Header;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Where the answer to a request goes. */
public interface ObjectAnswer {

  /**
   * Begins the answer.
   *
   * @param headers in their order; its length is among them where that is known
   * @return takes the body and waits where the client does not read it fast enough; closing it ends
   *     the answer
   */
  OutputStream begin(int status, List<Header> headers) throws IOException;
}
