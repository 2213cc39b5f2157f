package org.caucus.identity.revocation;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.caucus.http.Integrations;
import org.caucus.http.PersonDirectory.Person;
import org.caucus.http.RecoveryRequests;
import org.caucus.identity.Persons;
import org.caucus.identity.Sessions;
import org.caucus.identity.Tokens;
import org.caucus.identity.Tokens.Token;
import org.caucus.identity.sessions.Session;
import org.caucus.platform.observability.security.SecurityLog;
import org.jspecify.annotations.Nullable;

/**
 * Ends sessions and personal tokens of others than who asks: it is for the person who runs the
 * installation, and reached by no request. Their open streams close with them, on every node. Who
 * is concerned is told at all their addresses, and the log has a line of it.
 *
 * <p>It waits; call it on a thread that may.
 */
public final class CredentialRevocation {
  /** What is told: all sessions and tokens were ended by the operator. */
  public static final String TOLD = "sessions-ended";

  /** Sessions or tokens that are read at a time. */
  private static final int PAGE = 200;

  /** Times that everything is looked through: what was renewed meanwhile has another id. */
  private static final int PASSES = 5;

  private final Persons persons;
  private final Sessions sessions;
  private final Tokens tokens;
  private final Integrations outlets;
  private final BiConsumer<String, String> tell;
  private final RecoveryRequests lost;
  private final SecurityLog log;
  private final InstantSource clock;

  /**
   * What there is to end, or was ended.
   *
   * @param people ids of those concerned
   */
  public record Found(Set<String> people, List<Session> sessions, List<Token> tokens) {
    /** Whether there is nothing. */
    public boolean isEmpty() {
      return sessions.isEmpty() && tokens.isEmpty();
    }
  }

  /**
   * Of these.
   *
   * @param outlets what people's seats are read by without a sign-in
   * @param tell tells all addresses of a person what happened
   * @param lost who has lost all passkeys and asks to be let in
   */
  public CredentialRevocation(
      Persons persons,
      Sessions sessions,
      Tokens tokens,
      Integrations outlets,
      BiConsumer<String, String> tell,
      RecoveryRequests lost,
      SecurityLog log,
      InstantSource clock) {
    this.persons = persons;
    this.sessions = sessions;
    this.tokens = tokens;
    this.outlets = outlets;
    this.tell = tell;
    this.lost = lost;
    this.log = log;
    this.clock = clock;
  }

  /** Whether the session or token with this id has not been ended. */
  public Future<Boolean> lives(String id) {
    return sessions
        .lives(id)
        .compose(lives -> lives ? Future.succeededFuture(true) : tokens.lives(id));
  }

  /** Who holds this address. */
  public Optional<Person> person(String address) {
    return persons.byAddress(address).await();
  }

  /** What the log calls this person's account. */
  public String reference(Person person) {
    return log.account(person.id());
  }

  /** What a person is signed in with. */
  public Found of(Person person) {
    List<Session> open = sessions.of(person.id()).await();
    return new Found(Set.of(person.id()), open, tokens.of(person.id()).await());
  }

  /** What everybody is signed in with; of a large installation this takes a while. */
  public Found ofAll() {
    Instant now = clock.instant();
    return found(
        all(sessions::page, Session::id, s -> s.lasts(now)),
        all(tokens::page, Token::id, t -> now.isBefore(t.expires())));
  }

  /**
   * Ends all that a person is signed in with, also what is not listed any more, and the feeds,
   * calendars and webhooks of their seats.
   */
  public Found end(Person person) {
    Found found = of(person);
    sessions.endAll(person.id(), null).await();
    tokens.endAll(person.id()).await();
    outlets
        .of(person.id())
        .compose(all -> Future.all(all.stream().map(outlets::end).toList()))
        .await();
    return told(found, person.id());
  }

  /** Ends all that everybody is signed in with. Who signs in while it goes on stays. */
  public Found endAll() {
    Found found = ofAll();
    Instant start = clock.instant();
    for (int pass = 0; pass < PASSES; pass++) {
      List<Session> open = all(sessions::page, Session::id, s -> !s.began().isAfter(start));
      List<Token> good = all(tokens::page, Token::id, t -> !t.created().isAfter(start));
      if (open.isEmpty() && good.isEmpty()) {
        break;
      }
      open.forEach(s -> sessions.endById(s.id()).await());
      good.forEach(t -> tokens.endById(t.id()).await());
    }
    return told(found, null);
  }

  /**
   * Gives the word that a convenor would: it is this person who has lost all passkeys and asks to
   * be let in. For the person who is the only convenor of all their workspaces. All their addresses
   * are told.
   *
   * @param number that their browser shows
   * @return the request, as it was; empty if no browser that shows it asks or waits
   */
  public Optional<RecoveryRequests.Asked> vouch(Person person, String number) {
    Optional<RecoveryRequests.Asked> asked =
        lost.of(person.id()).await().filter(a -> a.shows(number));
    if (asked.isEmpty() || asked.get().isBy(RecoveryRequests.EVERYWHERE, number)) {
      return asked;
    }
    if (!lost.confirm(person.id(), RecoveryRequests.EVERYWHERE, number).await()) {
      return Optional.empty();
    }
    log.vouched(person.id());
    return asked;
  }

  private Found told(Found ended, @Nullable String person) {
    log.ended(person, ended.sessions().size(), ended.tokens().size());
    if (!ended.isEmpty()) {
      ended.people().forEach(id -> tell.accept(id, TOLD));
    }
    return ended;
  }

  private static Found found(List<Session> sessions, List<Token> tokens) {
    Set<String> people = new HashSet<>();
    sessions.forEach(s -> people.add(s.person()));
    tokens.forEach(t -> people.add(t.person()));
    return new Found(Set.copyOf(people), sessions, tokens);
  }

  private static <T> List<T> all(
      BiFunction<String, Integer, Future<List<T>>> page,
      Function<T, String> id,
      Predicate<T> wanted) {
    List<T> all = new ArrayList<>();
    String after = "";
    List<T> next;
    do {
      next = page.apply(after, PAGE).await();
      next.stream().filter(wanted).forEach(all::add);
      after = next.isEmpty() ? after : id.apply(next.getLast());
    } while (!next.isEmpty());
    return all;
  }
}
