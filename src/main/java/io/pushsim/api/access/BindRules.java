package io.pushsim.api.access;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.ArrayList;
import java.util.List;

/** Where pushsim may listen: off loopback only if it knows its callers. */
public final class BindRules {
  private BindRules() {}

  /**
   * Lets pass what keeps others out, or knows them.
   *
   * @param host that pushsim is to listen on
   * @param credentials whether there are keys that callers must sign with
   * @param webhookToken whether there is a token that webhooks must send
   * @throws SimulatorException if others could use pushsim, saying why and what to do
   */
  public static void check(String host, boolean credentials, boolean webhookToken) {
    List<String> missing = new ArrayList<>();
    if (!credentials) {
      missing.add("--credentials FILE");
    }
    if (!webhookToken) {
      missing.add("--webhook-token TOKEN");
    }
    if (!missing.isEmpty() && !isLoopback(host)) {
      throw new SimulatorException(
          ErrorCode.INVALID_INPUT,
          "--host "
              + host
              + " lets other machines reach pushsim, which would run code for whoever asks: add "
              + String.join(" and ", missing)
              + ", or stay on this machine with --host 127.0.0.1");
    }
  }

  /** A name that only a name server knows counts as off loopback. */
  private static boolean isLoopback(String host) {
    return HostName.parse(host).filter(HostName::isLoopback).isPresent();
  }
}
