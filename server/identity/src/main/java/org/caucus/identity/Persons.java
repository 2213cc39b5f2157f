package org.caucus.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.caucus.http.PersonDirectory;
import org.caucus.identity.addresses.AddressHistory;
import org.caucus.identity.addresses.DatedAddress;
import org.caucus.identity.sessions.Secrets;
import org.caucus.identity.sessions.Session;
import org.caucus.identity.sessions.ShortCache;
import org.caucus.kernel.Message;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.message.MailAddress;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.store.Mongo;
import org.jspecify.annotations.Nullable;

/**
 * Persons, each by a random id, and the index that finds one by address. The index knows addresses
 * only as blind indexes of their comparison form, so one mailbox is one person however it is
 * spelled.
 */
public final class Persons implements PersonDirectory {
  /** Longest name, in characters. */
  public static final int NAME_LIMIT = 120;

  /** The collection of persons, by id. */
  public static final String COLLECTION = "persons";

  /** The collection that says who holds an address, by {@link #index}. */
  public static final String HOLDERS = "holders";

  private static final String LANGUAGE = "language";
  private static final String PURPOSE = "person/address";

  private final SealedCollection persons;
  private final SealedCollection holders;
  private final Vault vault;
  private final Sessions sessions;
  private final Cookies cookies;
  private final Set<String> operators;
  private final InstantSource clock;
  private final ShortCache<Written> lately;

  /** Times that a change is tried while others change the same. */
  private static final int TRIES = 8;

  /** A person as stored; the name is empty until somebody has stated one. */
  private record Stored(
      String id, long version, String name, AddressHistory addresses, @Nullable Language language) {
    byte[] write() {
      JsonObject own = new JsonObject().put("name", name);
      if (language != null) {
        own.put(LANGUAGE, language.tag());
      }
      return addresses.write(own).toBuffer().getBytes();
    }

    Stored named(String stated) {
      return new Stored(id, version, stated, addresses, language);
    }

    Stored with(AddressHistory changed) {
      return new Stored(id, version, name, changed, language);
    }

    Stored speaking(Language chosen) {
      return new Stored(id, version, name, addresses, chosen);
    }
  }

  /** Who the index says holds an address, and what is known of them. */
  private record Holder(String id, long version, Optional<Stored> person, MailAddress address) {
    /** They ended it: anyone who proves to have it now may take it. */
    boolean gone() {
      return person.filter(p -> p.addresses().hasEnded(address)).isPresent();
    }

    Optional<Stored> holding() {
      return person.filter(p -> p.addresses().held(address).isPresent());
    }
  }

  /**
   * @param operators addresses whose holders may open workspaces; a setting, so nothing in the
   *     database makes an operator
   */
  public Persons(
      Mongo mongo,
      Vault vault,
      Sessions sessions,
      Cookies cookies,
      List<MailAddress> operators,
      InstantSource clock) {
    this.persons = new SealedCollection(mongo.documents(COLLECTION), vault, WorkspaceId.SYSTEM);
    this.holders = new SealedCollection(mongo.documents(HOLDERS), vault, WorkspaceId.SYSTEM);
    this.vault = vault;
    this.sessions = sessions;
    this.cookies = cookies;
    this.operators =
        operators.stream().map(MailAddress::comparisonForm).collect(Collectors.toUnmodifiableSet());
    this.clock = clock;
    this.lately = new ShortCache<>(clock);
  }

  @Override
  public Future<Optional<Person>> find(String id) {
    return stored(id).map(found -> found.map(this::shown));
  }

  @Override
  public Future<Optional<Person>> byAddress(String address) {
    return MailAddress.parse(address)
        .map(parsed -> holder(parsed).map(found -> found.flatMap(Holder::holding).map(this::shown)))
        .orElse(Future.succeededFuture(Optional.empty()));
  }

  /** The id of the person who held this address last and has ended it, if nobody holds it now. */
  public Future<Optional<String>> formerly(MailAddress address) {
    return holder(address).map(found -> found.filter(Holder::gone).map(Holder::id));
  }

  /** All addresses of a person, ended ones too; empty if there is no such person. */
  public Future<Optional<AddressHistory>> addresses(String id) {
    return stored(id).map(found -> found.map(Stored::addresses));
  }

  /** How a person is written to; the language is null if they chose none. */
  public record Written(AddressHistory addresses, @Nullable Language language) {}

  /**
   * How each of these persons that there is is written to, read together, and no longer ago than
   * {@link ShortCache#KEPT}.
   */
  public Future<Map<String, Written>> written(Collection<String> ids) {
    return lately.of(ids, this::read);
  }

  private Future<Map<String, Written>> read(Collection<String> ids) {
    return persons
        .findAll(ids)
        .map(
            found ->
                found.stream()
                    .map(Persons::read)
                    .collect(
                        Collectors.toMap(
                            Stored::id, p -> new Written(p.addresses(), p.language()))));
  }

  /**
   * Adds an address that this person has just proved to hold.
   *
   * @return whether it is theirs now; not if somebody else holds it
   */
  public Future<Boolean> add(String id, MailAddress address) {
    return claimed(address, id)
        .compose(
            ours ->
                ours
                    ? change(id, all -> all.with(address, clock.instant()))
                        .compose(all -> holder(address))
                        .compose(holder -> isStill(id, holder, address))
                    : Future.succeededFuture(false));
  }

  /** Two who prove the same mailbox at once: the index says whose it is, and the other lets go. */
  private Future<Boolean> isStill(String id, Optional<Holder> holder, MailAddress address) {
    return holder.filter(h -> h.id().equals(id)).isPresent()
        ? Future.succeededFuture(true)
        : change(id, all -> all.ending(address, clock.instant())).map(false);
  }

  /**
   * Changes a person's addresses, however many do at once; as they are then. Fails with {@link
   * Refusal} if the change does.
   */
  public Future<AddressHistory> change(String id, UnaryOperator<AddressHistory> change) {
    return changed(id, person -> person.with(change.apply(person.addresses())), TRIES)
        .map(Stored::addresses);
  }

  /** From now on this person is written to in this language. */
  public Future<Void> speak(String id, Language language) {
    return changed(id, person -> person.speaking(language), TRIES).mapEmpty();
  }

  private Future<Stored> changed(String id, UnaryOperator<Stored> change, int tries) {
    return stored(id)
        .compose(
            found -> {
              Stored is = change.apply(found.orElseThrow(Refusal::absent));
              return found.get().equals(is)
                  ? Future.succeededFuture(is)
                  : persons
                      .replaceIf(id, is.version(), is.write(), OptionalLong.empty())
                      .onSuccess(first -> lately.changed(id))
                      .compose(
                          first -> first ? Future.succeededFuture(is) : again(id, change, tries));
            });
  }

  private Future<Stored> again(String id, UnaryOperator<Stored> change, int tries) {
    return tries == 0 ? Future.failedFuture(new Overloaded()) : changed(id, change, tries - 1);
  }

  /** Makes the operators persons, so that each can ask for a code. */
  public Future<Void> ensureOperators(List<MailAddress> addresses) {
    return Future.join(addresses.stream().map(a -> ensured(a, "")).toList()).mapEmpty();
  }

  /**
   * {@inheritDoc}
   *
   * <p>Fails with {@link Refusal} if the address or the name is not one.
   */
  @Override
  public Future<Person> ensure(String address, String name) {
    String stated = name.strip();
    if (stated.isEmpty()
        || stated.length() > NAME_LIMIT
        || stated.chars().anyMatch(Character::isISOControl)) {
      return Future.failedFuture(
          Refusal.invalid("name", Message.of("a-name-has-1-to-characters", "limit", NAME_LIMIT)));
    }
    return MailAddress.parse(address)
        .map(parsed -> ensured(parsed, stated))
        .orElseGet(() -> Future.failedFuture(notAnAddress()));
  }

  @Override
  public Future<String> beginSession(String person, String device) {
    return sessions.begin(person, device).map(cookies::session);
  }

  @Override
  public Future<String> beginByLink(String person, String device) {
    return sessions.beginUnproved(person, device).map(cookies::session);
  }

  @Override
  public String signInOf(String person, String cookie) {
    String secret = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    return Session.signIn(Secrets.hash(secret), person);
  }

  /** Ends the session with this secret: somebody else comes in by the same browser. */
  public Future<Void> endSession(String secret) {
    return sessions.end(secret);
  }

  @Override
  public Future<Void> endByLink(String person) {
    return sessions.endUnproved(person);
  }

  /** What is said of a text that is no address. */
  public static Refusal notAnAddress() {
    return Refusal.invalid("address", Message.of("this-is-not-a-mail-address"));
  }

  /**
   * Claims the address for a new id first; anyone who finds it claimed goes on with the id found.
   * So two at once make one person, and one who fell over between claim and person is helped up by
   * the next.
   */
  private Future<Person> ensured(MailAddress address, String name) {
    return holder(address)
        .compose(
            known ->
                known.filter(h -> !h.gone()).isPresent()
                    ? Future.succeededFuture(known.get().id())
                    : claimedAnew(address))
        .compose(id -> stored(id).compose(found -> madeOrNamed(id, found, address, name)));
  }

  private Future<String> claimedAnew(MailAddress address) {
    String fresh = RandomIds.random();
    return claimed(address, fresh)
        .compose(
            ours ->
                ours
                    ? Future.succeededFuture(fresh)
                    : holder(address).map(other -> other.orElseThrow().id()));
  }

  /** Whether the index says that it is theirs now: not while somebody else holds it. */
  private Future<Boolean> claimed(MailAddress address, String id) {
    byte[] mark = id.getBytes(UTF_8);
    return holder(address)
        .compose(
            found -> {
              if (found.isEmpty()) {
                return holders
                    .insertIfAbsent(index(address), mark)
                    .compose(in -> in ? Future.succeededFuture(true) : claimed(address, id));
              }
              Holder other = found.get();
              if (!other.gone()) {
                return Future.succeededFuture(other.id().equals(id));
              }
              return holders
                  .replaceIf(index(address), other.version(), mark, OptionalLong.empty())
                  .compose(in -> in ? Future.succeededFuture(true) : claimed(address, id));
            });
  }

  private Future<Person> madeOrNamed(
      String id, Optional<Stored> found, MailAddress address, String name) {
    if (found.isEmpty()) {
      var made = new Stored(id, 0, name, AddressHistory.first(address, clock.instant()), null);
      return persons
          .insertIfAbsent(id, made.write())
          .compose(in -> find(id))
          .map(Optional::orElseThrow);
    }
    Stored person = found.get();
    if (person.name().isEmpty() && !name.isEmpty()) {
      // an operator from the settings, whose name nobody knew until now
      return changed(id, p -> p.name().isEmpty() ? p.named(name) : p, TRIES).map(this::shown);
    }
    return Future.succeededFuture(shown(person));
  }

  private Future<Optional<Holder>> holder(MailAddress address) {
    return holders
        .find(index(address))
        .compose(
            found -> {
              if (found.isEmpty()) {
                return Future.succeededFuture(Optional.empty());
              }
              String id = new String(found.get().plain(), UTF_8);
              return stored(id)
                  .map(p -> Optional.of(new Holder(id, found.get().version(), p, address)));
            });
  }

  private String index(MailAddress address) {
    return index(vault, address);
  }

  /** Where {@link #HOLDERS} has who holds this address. */
  public static String index(Vault vault, MailAddress address) {
    return vault.blindIndex(PURPOSE, address.comparisonForm());
  }

  /** The addresses that a person as stored holds. */
  public static List<MailAddress> addressesIn(SealedCollection.Entry stored) {
    return read(stored).addresses().current().stream().map(DatedAddress::address).toList();
  }

  /** A person as stored, who from now on holds the addresses of another one too. */
  public static byte[] joined(SealedCollection.Entry person, SealedCollection.Entry other) {
    Stored one = read(person);
    return one.with(one.addresses().joined(read(other).addresses())).write();
  }

  private Future<Optional<Stored>> stored(String id) {
    return persons.find(id).map(found -> found.map(Persons::read));
  }

  private Person shown(Stored person) {
    MailAddress to = person.addresses().receiving();
    String name = person.name().isEmpty() ? to.localPart() : person.name();
    boolean operator =
        person.addresses().current().stream()
            .anyMatch(a -> operators.contains(a.address().comparisonForm()));
    return new Person(person.id(), name, to.toString(), operator, person.language());
  }

  private static Stored read(SealedCollection.Entry entry) {
    JsonObject json = new JsonObject(Buffer.buffer(entry.plain()));
    Language language = Language.tagged(json.getString(LANGUAGE, "")).orElse(null);
    return new Stored(
        entry.id(), entry.version(), json.getString("name"), AddressHistory.read(json), language);
  }
}
