package org.caucus.mail.auth.dns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Whether the name servers answer now: what is remembered of earlier answers does not count. */
public final class NameServerCheck {
  /** For one server. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private NameServerCheck() {}

  /**
   * What is wrong with them; empty if one answers, whatever it says of the domain. Blocks.
   *
   * @param server as in {@link NameServers}
   */
  public static Optional<String> fault(@Nullable InetSocketAddress server, String domain) {
    try {
      ExtendedResolver machine = server == null ? new ExtendedResolver() : null;
      if (machine != null) {
        machine.setRetries(1);
      }
      Resolver resolver = machine == null ? new SimpleResolver(server) : machine;
      resolver.setTimeout(PATIENCE);
      Record question = Record.newRecord(Name.fromString(domain, Name.root), Type.SOA, DClass.IN);
      int code = resolver.send(Message.newQuery(question)).getRcode();
      return code == Rcode.NOERROR || code == Rcode.NXDOMAIN
          ? Optional.empty()
          : Optional.of("The name server answers " + Rcode.string(code));
    } catch (IOException e) {
      return Optional.of("The name servers do not answer (" + e.getClass().getSimpleName() + ")");
    }
  }
}
