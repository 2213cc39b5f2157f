package org.caucus.identity.account;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.caucus.http.PersonDirectory.Person;
import org.caucus.identity.CodeMail;
import org.caucus.identity.Persons;
import org.caucus.identity.SignInRoutes;
import org.caucus.identity.VerificationCodes;
import org.caucus.identity.VerificationCodes.Guess;
import org.caucus.identity.addresses.AddressHistory;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.mail.message.MailAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves that a person reads the mail of another address, by a code mailed there. Whether somebody
 * holds it already is told to that mailbox alone: anyone who asks gets the same answers either way.
 */
public final class AddressVerification {
  /** What is told to an address that somebody tried to add and somebody else holds. */
  static final String TAKEN = "address-taken";

  private static final Logger LOG = LoggerFactory.getLogger(AddressVerification.class);

  private final VerificationCodes guesses;
  private final Persons persons;
  private final CodeMail mail;
  private final BiConsumer<List<MailAddress>, String> tell;
  private final Predicate<MailAddress> ours;

  /**
   * Proofs for these persons.
   *
   * @param tell tells addresses what happened
   * @param ours whether an address is one of this installation itself
   */
  public AddressVerification(
      VerificationCodes guesses,
      Persons persons,
      CodeMail mail,
      BiConsumer<List<MailAddress>, String> tell,
      Predicate<MailAddress> ours) {
    this.guesses = guesses;
    this.persons = persons;
    this.mail = mail;
    this.tell = tell;
    this.ours = ours;
  }

  /** Mails a code: the secret that it is good with, for this person. Waits. */
  String ask(String person, String typed, String peer, @Nullable String once) {
    MailAddress address = MailAddress.parse(typed.strip()).orElseThrow(Persons::notAnAddress);
    if (ours.test(address)) {
      throw Refusal.invalid("address", Message.of("this-is-an-address-of-caucus"));
    }
    AddressHistory mine = persons.addresses(person).await().orElseThrow(Refusal::absent);
    if (mine.held(address).isPresent()) {
      throw Refusal.conflict(Message.of("this-is-one-of-your-addresses"));
    }
    mine.mustHaveRoom();
    guesses.countForNewAddress(person).await();
    String asked = once == null ? null : person + "\n" + once;
    return guesses
        .ask(
            use(person),
            address,
            VerificationCodes.Asker.stranger(peer),
            asked,
            code -> send(address, code))
        .await();
  }

  private static String use(String person) {
    return "address/" + person;
  }

  private void send(MailAddress address, String code) {
    persons
        .byAddress(address.toString())
        .compose(holder -> holder.isEmpty() ? code(address, code) : taken(holder.get(), address))
        .onFailure(e -> LOG.warn("a code was not mailed: {}", e.getClass().getSimpleName()));
  }

  private Future<Void> code(MailAddress address, String code) {
    return mail.send(address.toString(), code, CodeMail.Use.ADDRESS);
  }

  /** As its holder proved it: two spellings that compare as equal need not be one mailbox. */
  private Future<Void> taken(Person holder, MailAddress address) {
    return persons
        .addresses(holder.id())
        .map(all -> all.flatMap(a -> a.held(address)))
        .onSuccess(held -> held.ifPresent(a -> tell.accept(List.of(a.address()), TAKEN)))
        .mapEmpty();
  }

  /**
   * Tries a code: the address that is this person's from now on.
   *
   * @return the address, and whether it is new
   * @throws Refusal if it was not the code, or somebody else was first
   */
  Added answer(String person, String secret, String code, @Nullable String once) {
    return switch (guesses.answer(use(person), secret, code, once).await()) {
      case Guess.Right right -> added(person, MailAddress.of(right.address()));
      case Guess.Again again -> again(person, MailAddress.of(again.address()));
      case Guess.Wrong wrong when wrong.left() > 0 -> throw SignInRoutes.wrong(wrong.left());
      case Guess.Wrong wrong -> throw SignInRoutes.over();
      case Guess.Over over -> throw SignInRoutes.over();
    };
  }

  /** What was added, and whether just now. */
  record Added(MailAddress address, boolean fresh) {}

  private Added added(String person, MailAddress address) {
    if (!persons.add(person, address).await()) {
      throw SignInRoutes.over();
    }
    return new Added(address, true);
  }

  /** The same request again adds nothing that was ended since. */
  private Added again(String person, MailAddress address) {
    Optional<AddressHistory> mine = persons.addresses(person).await();
    if (mine.flatMap(a -> a.held(address)).isEmpty()) {
      throw SignInRoutes.over();
    }
    return new Added(address, false);
  }
}
