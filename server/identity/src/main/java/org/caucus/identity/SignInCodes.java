package org.caucus.identity;

import io.vertx.core.Future;
import java.time.Duration;
import org.caucus.http.PersonDirectory.Person;
import org.caucus.identity.addresses.DatedAddress;
import org.caucus.kernel.Refusal;
import org.caucus.mail.message.MailAddress;
import org.caucus.platform.ratelimit.RateLimited;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Codes that sign somebody in, or confirm an act of theirs: mailed to any address they hold, good
 * in the browser that asked ({@link VerificationCodes}).
 */
public final class SignInCodes {
  /** How long a code is good. */
  public static final Duration LIFETIME = VerificationCodes.LIFETIME;

  private static final Logger LOG = LoggerFactory.getLogger(SignInCodes.class);

  /** What these are good for; empty, so that codes under way when this came to be go on. */
  private static final String USE = "";

  private final Persons persons;
  private final CodeMail mail;
  private final VerificationCodes guesses;

  /** What became of a try. */
  public sealed interface Try {
    /** This person holds the address that was proved. */
    record Right(Person person, String address) implements Try {}

    /**
     * Not the code; so many tries are left, at least one.
     *
     * @param address the one that was asked for, whether anybody holds it or not
     */
    record Wrong(int left, String address) implements Try {}

    /** No code is good in this browser, or none any more. */
    record Over() implements Try {}
  }

  /** Codes for these persons. */
  public SignInCodes(VerificationCodes guesses, Persons persons, CodeMail mail) {
    this.guesses = guesses;
    this.persons = persons;
    this.mail = mail;
  }

  /** Asks for a code to sign in with, as a stranger. */
  Future<String> ask(String address, String peer, @Nullable String once) {
    return ask(address, VerificationCodes.Asker.stranger(peer), once, CodeMail.Use.SIGN_IN);
  }

  /**
   * Asks for a code: the secret that binds it to the browser. The answer is the same, and comes
   * after the same work, whether anybody holds the address or not: who holds it is looked up only
   * after the answer is under way.
   *
   * @param by who asks
   * @param once the caller's own mark of this request: asked again from the same network while the
   *     code lasts, it is answered alike and nothing more is mailed; null to ask anew
   * @throws Refusal if the text is no address, or the mark was used for another
   * @throws RateLimited if this address or this peer asked too often
   */
  public Future<String> ask(
      String address, VerificationCodes.Asker by, @Nullable String once, CodeMail.Use use) {
    MailAddress asked = MailAddress.parse(address.strip()).orElseThrow(Persons::notAnAddress);
    return guesses.ask(USE, asked, by, once, code -> mailTo(asked, code, use));
  }

  /**
   * To the address as its holder proved it, never as it was typed: two spellings that compare as
   * equal need not be one mailbox to every mail host. A failure is told in the log alone, since an
   * answer that only holders can get would tell who they are.
   */
  private void mailTo(MailAddress asked, String code, CodeMail.Use use) {
    persons
        .byAddress(asked.toString())
        .compose(
            holder ->
                holder.isEmpty()
                    ? Future.<Void>succeededFuture()
                    : proved(holder.get(), asked).compose(to -> mail.send(to, code, use)))
        .onFailure(
            e -> LOG.warn("a sign-in code was not mailed: {}", e.getClass().getSimpleName()));
  }

  private Future<String> proved(Person holder, MailAddress asked) {
    return persons
        .addresses(holder.id())
        .map(
            all ->
                all.flatMap(a -> a.held(asked))
                    .map(DatedAddress::address)
                    .map(MailAddress::toString)
                    .orElse(holder.address()));
  }

  /**
   * Tries a code, as {@link VerificationCodes#answer} does. A right one of an address that nobody
   * holds any more is not one.
   *
   * @param browser the secret of {@link #ask}
   */
  public Future<Try> answer(String browser, String code, @Nullable String once) {
    return guesses
        .answer(USE, browser, code, once)
        .compose(
            guess ->
                switch (guess) {
                  case VerificationCodes.Guess.Right right -> judged(right);
                  case VerificationCodes.Guess.Wrong wrong ->
                      Future.succeededFuture(wrong(wrong.left(), wrong.address()));
                  case VerificationCodes.Guess.Again again ->
                      Future.succeededFuture(new Try.Over());
                  case VerificationCodes.Guess.Over over -> Future.succeededFuture(new Try.Over());
                });
  }

  private Future<Try> judged(VerificationCodes.Guess.Right right) {
    return persons
        .byAddress(right.address())
        .map(
            holder ->
                holder
                    .<Try>map(p -> new Try.Right(p, right.address()))
                    .orElseGet(() -> wrong(right.left(), right.address())));
  }

  private static Try wrong(int left, String address) {
    return left > 0 ? new Try.Wrong(left, address) : new Try.Over();
  }
}
