package org.caucus.app.wiring;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.caucus.app.settings.Settings;
import org.caucus.mail.auth.OriginAuthenticator;
import org.caucus.mail.auth.TrustedSpfHosts;
import org.caucus.mail.auth.dkim.DkimKey;
import org.caucus.mail.auth.dkim.DmarcAlignment;
import org.caucus.mail.auth.dmarc.Dmarc;
import org.caucus.mail.auth.dns.HostRecords;
import org.caucus.mail.auth.dns.NameServers;
import org.caucus.mail.auth.dns.TxtRecords;
import org.caucus.mail.auth.spf.SpfCheck;
import org.caucus.messaging.distribution.signing.PostSigner;
import org.caucus.platform.eventlog.cluster.HostPort;
import org.caucus.platform.limits.InputSource;
import org.caucus.platform.limits.ParsingExecutor;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sets about signatures of mail, and the parts that work by it.
 *
 * @param key PEM file of the key that signs what leaves; null for no signatures
 * @param leastBits that an RSA key has at least
 * @param selector under which its public half is published
 * @param server name server that is asked; null for those of the machine
 * @param check whether a letter's own signature may prove who wrote it
 * @param hosts whether the host that a letter comes from may prove it
 */
public record MailSigning(
    @Nullable Path key,
    int leastBits,
    String selector,
    @Nullable HostPort server,
    boolean check,
    TrustedSpfHosts hosts) {
  private static final int DNS = 53;
  private static final String LEAST = Integer.toString(DkimKey.LEAST_RSA_BITS);
  private static final String SOUND = Integer.toString(DkimKey.SOUND_RSA_BITS);

  public static MailSigning read(Settings.Reader reader) {
    return new MailSigning(
        reader.optional("CAUCUS_DKIM_KEY", "a PEM file", Path::of),
        Integer.parseInt(
            reader.as(
                "CAUCUS_DKIM_LEAST_BITS",
                LEAST,
                LEAST + " or " + SOUND,
                v -> Settings.Reader.oneOf(v, LEAST, SOUND))),
        reader.as("CAUCUS_DKIM_SELECTOR", "caucus", "a name such as caucus", MailSigning::selector),
        reader.optional("CAUCUS_DNS_SERVER", "a host, or host:port", v -> HostPort.parse(v, DNS)),
        reader
            .as("CAUCUS_DKIM_CHECK", "on", "on or off", v -> Settings.Reader.oneOf(v, "on", "off"))
            .equals("on"),
        reader.as(
            "CAUCUS_SPF_CHECK",
            "on",
            "on, off, or local",
            v ->
                TrustedSpfHosts.valueOf(
                    Settings.Reader.oneOf(v, "on", "off", "local").toUpperCase(Locale.ROOT))));
  }

  private static String selector(String text) {
    if (!text.matches("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,60}[A-Za-z0-9])?")) {
      throw new IllegalArgumentException("no part of a domain name");
    }
    return text;
  }

  /** What domains say of themselves, and what was remembered of it. */
  record Names(HostRecords records, Dmarc dmarc) {}

  /** The name servers, for all who ask them. */
  Names names(InstantSource clock) {
    HostRecords records = records();
    return new Names(records, new Dmarc(records, clock));
  }

  /** The same servers, for a look at what domains say. */
  public HostRecords hostRecords(InstantSource clock) {
    return names(clock).records();
  }

  /** The name server that is set; null for those of the machine. */
  public @Nullable InetSocketAddress nameServer() {
    return server == null ? null : new InetSocketAddress(server.host(), server.port());
  }

  private HostRecords records() {
    try {
      return new NameServers(nameServer());
    } catch (UnknownHostException e) {
      // a machine without name servers relays all the same; nothing can be proven there
      return HostRecords.away("this machine knows no name server");
    }
  }

  /** Signs what leaves for this domain. */
  PostSigner signing(String domain, TxtRecords records, InstantSource clock) {
    return new PostSigner(signingKey(domain), records, clock);
  }

  /** The key; null if there is none. */
  public @Nullable DkimKey signingKey(String domain) {
    try {
      return key == null ? null : DkimKey.read(domain, selector, key, leastBits);
    } catch (IOException e) {
      throw new Settings.Bad(
          List.of("CAUCUS_DKIM_KEY cannot be used: " + e.getMessage() + ". Allowed: a PEM file."));
    }
  }

  /** Tells one key from another; the same for all that use it. */
  String mark(String domain) {
    DkimKey signing = signingKey(domain);
    return signing == null ? "" : HexFormat.of().formatHex(signing.key().getEncoded());
  }

  /**
   * What finds out where letters are from.
   *
   * @param heavy where letters are read
   */
  OriginAuthenticator origins(Names names, InstantSource clock, ParsingExecutor heavy) {
    DmarcAlignment.Aside aside = reading -> heavy.submit(InputSource.MEMBERS, reading).await();
    DmarcAlignment authorship =
        check ? new DmarcAlignment(names.records(), names.dmarc(), aside) : null;
    return new OriginAuthenticator(
        authorship, new SpfCheck(names.records()), names.dmarc(), hosts, clock);
  }
}
