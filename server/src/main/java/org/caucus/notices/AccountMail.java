package org.caucus.notices;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caucus.delivery.Composer;
import org.caucus.delivery.Composition;
import org.caucus.delivery.Outbox;
import org.caucus.delivery.Outgoing;
import org.caucus.delivery.Parcel;
import org.caucus.email.MailAddress;
import org.caucus.log.Ids;
import org.caucus.relay.Site;

/** Tells a person, at each of their addresses, of what somebody did about their account. */
public final class AccountMail implements Composer {
  private static final String KIND = "account.notice";
  private static final String WHAT = "what";

  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry(
              "recovery-asked",
              """
          Somebody who reads your mail has typed a sign-in code and has no passkey. For 72 hours a
          convenor of one of your workspaces can confirm that it is you; then a new code is enough.

          If it was you: ask a convenor you know, best by telephone.
          If it was not: sign in with your passkey, which calls it off, and tell your convenors.
          """),
          Map.entry(
              "recovery-confirmed",
              """
          A convenor has confirmed that it is you who lost all passkeys. A new code signs in now.

          If you did not ask for that: sign in with your passkey at once, which calls it off, and
          tell your convenors.
          """),
          Map.entry(
              "recovered",
              """
          Your account was entered with a code, after a convenor confirmed that it is you. All other
          sessions are over, and a code is enough to sign in until you ask for a passkey again.

          Open your account page and remove the passkeys that you lost. If this was not you, tell
          your convenors at once.
          """),
          Map.entry(
              "address-added",
              """
          An address was added to your account. Whoever reads its mail can sign in as you and write in your
          name.

          If this was not you: open your account page, end that address and the sessions you do not know, and
          tell your convenors.
          """),
          Map.entry(
              "address-receives",
              """
          Your mail goes to another of your addresses from now on.

          If this was not you: open your account page, choose the address again, end the sessions you do not
          know, and tell your convenors.
          """),
          Map.entry(
              "address-ended",
              """
          An address of your account was ended. Nobody can sign in or write in your name from it any more, and
          its codes are worth nothing.

          If this was not you: sign in with another of your addresses, end the sessions you do not know, and
          tell your convenors.
          """),
          Map.entry(
              "address-taken",
              """
          Somebody who is signed in here asked to add this address to their account. It belongs to an account
          already, so nothing was changed, and they were not told why.

          If it was you: sign in with this address and end it on that account page, then add it to the other.
          If it was not: do nothing.
          """),
          Map.entry(
              "sessions-ended",
              """
          Whoever runs this server has ended everything you were signed in with: your browsers, and your
          personal tokens for programs. What was open has closed.

          Ask them why, if they have not told you. Then sign in again, from a device that you trust, and look
          at your account page: end passkeys and addresses that are not yours alone any more.
          """),
          Map.entry(
              "passkey-added",
              """
          A passkey was added to your account. Whoever has it signs in as you.

          If this was not you: open your account page, remove it, end the sessions you do not know, and tell
          your convenors.
          """),
          Map.entry(
              "passkey-removed",
              """
          A passkey was removed from your account. It opens nothing any more.

          If this was not you: sign in, end the sessions you do not know, add a passkey, and tell your
          convenors.
          """));

  private final Outbox outbox;
  private final Runnable bell;
  private final Site site;
  private final InstantSource clock;

  /**
   * The composer of {@code account.notice}, and where notices are handed in.
   *
   * @param bell rung after something was put
   */
  public AccountMail(Outbox outbox, Runnable bell, Site site, InstantSource clock) {
    this.outbox = outbox;
    this.bell = bell;
    this.site = site;
    this.clock = clock;
  }

  /** Sends it to each of the addresses; succeeds when it is durable in the outbox. */
  public Future<Void> send(List<MailAddress> addresses, String what) {
    List<Future<?>> put =
        addresses.stream().<Future<?>>map(to -> put(to.toString(), what)).toList();
    return Future.all(put).onSuccess(all -> bell.run()).mapEmpty();
  }

  private Future<?> put(String to, String what) {
    JsonObject payload = new JsonObject().put(WHAT, what);
    return outbox.put(Parcel.urgent(Parcel.id(Ids.random()), KIND, payload, to, clock.instant()));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Outgoing> compose(Parcel parcel, String recipient) {
    return MailAddress.parse(recipient)
        .map(to -> new Outgoing.Composed(Outgoing.BOUNCES, to, letter(parcel, to)));
  }

  private Composition letter(Parcel parcel, MailAddress to) {
    String text = TEXTS.getOrDefault(parcel.payload().getString(WHAT), "");
    return site.own("noreply", parcel, to, "About your account", text);
  }
}
