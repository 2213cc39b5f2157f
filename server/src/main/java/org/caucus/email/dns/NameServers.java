package org.caucus.email.dns;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Name;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/** Asks name servers; answers are kept as long as they say. */
public final class NameServers implements TxtRecords {
  /** How long one server has for an answer. */
  public static final Duration TIMEOUT = Duration.ofSeconds(3);

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
    try {
      return session
          .lookupAsync(Name.fromString(name, Name.root), Type.TXT)
          .toCompletableFuture()
          .join()
          .getRecords()
          .stream()
          .filter(TXTRecord.class::isInstance)
          .map(record -> String.join("", ((TXTRecord) record).getStrings()))
          .toList();
    } catch (TextParseException e) {
      return List.of(); // what is no name has no records
    } catch (CompletionException e) {
      if (e.getCause() instanceof NoSuchDomainException
          || e.getCause() instanceof NoSuchRRSetException) {
        return List.of();
      }
      throw new NotNow("no answer from the name servers");
    }
  }
}
