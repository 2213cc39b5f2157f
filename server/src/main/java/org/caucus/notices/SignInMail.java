package org.caucus.notices;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.caucus.delivery.Composer;
import org.caucus.delivery.Composition;
import org.caucus.delivery.Outbox;
import org.caucus.delivery.Outgoing;
import org.caucus.delivery.Parcel;
import org.caucus.email.Header;
import org.caucus.email.MailAddress;
import org.caucus.email.NamedAddress;
import org.caucus.log.Ids;
import org.caucus.relay.ListHeaders;
import org.caucus.relay.Site;

/** Brings sign-in codes. A code that could not be sent while it was good is not sent at all. */
public final class SignInMail implements Composer {
  /** How long a code is good. */
  public static final Duration LIFETIME = Duration.ofMinutes(10);

  private static final String KIND = "sign-in.code";
  private static final String CODE = "code";
  private static final String CONFIRMS = "confirms";

  private final Outbox outbox;
  private final Runnable bell;
  private final Site site;
  private final InstantSource clock;

  /**
   * The composer of {@code sign-in.code}, and where codes are handed in.
   *
   * @param bell rung after something was put
   */
  public SignInMail(Outbox outbox, Runnable bell, Site site, InstantSource clock) {
    this.outbox = outbox;
    this.bell = bell;
    this.site = site;
    this.clock = clock;
  }

  /**
   * Sends a code; succeeds when it is durable in the outbox.
   *
   * @param confirms whether it confirms an act of someone who is signed in; else it signs in
   */
  public Future<Void> send(String address, String code, boolean confirms) {
    JsonObject payload = new JsonObject().put(CODE, code).put(CONFIRMS, confirms);
    Parcel parcel = Parcel.urgent(Parcel.id(Ids.random()), KIND, payload, address, clock.instant());
    return outbox.put(parcel).onSuccess(none -> bell.run());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Outgoing> compose(Parcel parcel, String recipient) {
    boolean late = clock.instant().isAfter(parcel.at().plus(LIFETIME));
    return late
        ? Optional.empty()
        : MailAddress.parse(recipient)
            .map(to -> new Outgoing.Composed(Outgoing.BOUNCES, to, letter(parcel, to)));
  }

  private Composition letter(Parcel parcel, MailAddress to) {
    String code = parcel.payload().getString(CODE);
    boolean confirms = parcel.payload().getBoolean(CONFIRMS, false);
    return new Composition(
        new NamedAddress("Caucus", site.address("noreply")),
        NamedAddress.of(to),
        Words.codeSubject(code, confirms),
        parcel.id() + "@" + site.domain(),
        parcel.at(),
        Words.code(code, LIFETIME, confirms),
        List.of(Header.structured("Auto-Submitted", "auto-generated"), ListHeaders.loop(site)));
  }
}
