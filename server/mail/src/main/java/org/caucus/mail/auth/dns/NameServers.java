package org.caucus.mail.auth.dns;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/** Asks name servers; answers are kept as long as they say. */
public final class NameServers implements HostRecords {
  /** How long one server has for an answer. */
  public static final Duration TIMEOUT = Duration.ofSeconds(3);

  /** How long all of them together have, whatever becomes of the answers: a letter waits for it. */
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final LookupSession session;

  /**
   * Asks this server.
   *
   * @param server where it is; null for those this machine is set up with
   * @throws UnknownHostException if the machine is set up with none that can be used
   */
  public NameServers(@Nullable InetSocketAddress server) throws UnknownHostException {
    Resolver resolver = server == null ? new ExtendedResolver() : new SimpleResolver(server);
    resolver.setTimeout(TIMEOUT);
    this.session = LookupSession.defaultBuilder().resolver(resolver).build();
  }

  @Override
  public List<String> of(String name) throws NotNow {
    return found(name, Type.TXT, TXTRecord.class).stream().map(NameServers::text).toList();
  }

  @Override
  public List<InetAddress> addresses(String name, boolean ipv6) throws NotNow {
    return ipv6
        ? found(name, Type.AAAA, AAAARecord.class).stream().map(AAAARecord::getAddress).toList()
        : found(name, Type.A, ARecord.class).stream().map(ARecord::getAddress).toList();
  }

  @Override
  public List<String> exchanges(String name) throws NotNow {
    return found(name, Type.MX, MXRecord.class).stream()
        .sorted(Comparator.comparingInt(MXRecord::getPriority))
        .map(mx -> mx.getTarget().toString(true))
        .toList();
  }

  @Override
  public List<String> names(InetAddress address) throws NotNow {
    return found(ReverseMap.fromAddress(address), Type.PTR, PTRRecord.class).stream()
        .map(ptr -> ptr.getTarget().toString(true))
        .toList();
  }

  /** As it was published, octet for octet: the library would write some of them in its own way. */
  private static String text(TXTRecord txt) {
    return txt.getStringsAsByteArrays().stream()
        .map(octets -> new String(octets, ISO_8859_1))
        .collect(Collectors.joining());
  }

  private <R extends Record> List<R> found(String name, int type, Class<R> kind) throws NotNow {
    try {
      return found(Name.fromString(name, Name.root), type, kind);
    } catch (TextParseException e) {
      return List.of(); // what is no name has no records
    }
  }

  private <R extends Record> List<R> found(Name name, int type, Class<R> kind) throws NotNow {
    try {
      return session
          .lookupAsync(name, type)
          .toCompletableFuture()
          .copy()
          .orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
          .join()
          .getRecords()
          .stream()
          .filter(kind::isInstance)
          .map(kind::cast)
          .toList();
    } catch (CompletionException e) {
      if (e.getCause() instanceof NoSuchDomainException
          || e.getCause() instanceof NoSuchRRSetException) {
        return List.of();
      }
      throw new NotNow("no answer from the name servers");
    }
  }
}
