package org.caucus.identity.passkeys;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.PersonDirectory;
import org.caucus.http.Routes;
import org.caucus.identity.Cookies;
import org.caucus.kernel.Message;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.Refusal;
import org.caucus.platform.json.JsonFields;

/** {@code /api/passkeys}: a person's own passkeys, and whether a code alone gets in. */
public final class PasskeyRoutes implements Routes {
  private static final JsonFields<Passkey> PASSKEY =
      JsonFields.of("Passkey", Passkey.class, "id name created stopped used");

  /** What is told: there is one more way in. */
  static final String ADDED = "passkey-added";

  /** What is told: there is one less. */
  static final String REMOVED = "passkey-removed";

  /** What is told: nothing but a passkey opens from now on, and what was let in before is out. */
  static final String ALONE = "passkey-alone";

  /** What is told: a mailed code is enough again. */
  static final String CODE_ENOUGH = "code-enough";

  /** What is told: a passkey may have been copied, and opens nothing any more. */
  static final String STOPPED = "passkey-stopped";

  private static final String MAKE = "make\n";

  private final PasskeyChallenges challenges;
  private final WebAuthnCeremonies ceremonies;
  private final Passkeys passkeys;
  private final PersonDirectory people;
  private final Cookies cookies;
  private final OpenCredentials letIn;
  private final BiConsumer<String, String> tell;

  /**
   * Routes over these.
   *
   * @param letIn what people are signed in with
   * @param tell tells all addresses of a person what happened
   */
  public PasskeyRoutes(
      PasskeyChallenges challenges,
      WebAuthnCeremonies ceremonies,
      Passkeys passkeys,
      PersonDirectory people,
      Cookies cookies,
      OpenCredentials letIn,
      BiConsumer<String, String> tell) {
    this.challenges = challenges;
    this.ceremonies = ceremonies;
    this.passkeys = passkeys;
    this.people = people;
    this.cookies = cookies;
    this.letIn = letIn;
    this.tell = tell;
  }

  @Override
  public void mount(Operations operations) {
    operations.forPerson("listPasskeys", this::list);
    operations.forPerson("createPasskeyOptions", this::offer);
    operations.forPerson("addPasskey", this::add);
    operations.forPerson("renamePasskey", this::rename);
    operations.forPerson("removePasskey", this::remove);
    operations.forPerson("setPasskeyRule", this::rule);
  }

  /**
   * What is done when a passkey may have been copied: whatever it let in may be the copy's, so it
   * is over, and its owner is told.
   */
  public static BiFunction<String, String, Future<Void>> stopping(
      OpenCredentials letIn, BiConsumer<String, String> tell) {
    return (person, credential) ->
        letIn
            .sessions()
            .endBegunBy(person, credential)
            .onSuccess(v -> tell.accept(person, STOPPED));
  }

  private PersonPasskeys mine(ApiRequest call) {
    return passkeys.of(call.caller().person()).await();
  }

  private ApiResponse list(ApiRequest call) {
    return ApiResponse.ok(shown(mine(call)));
  }

  private static JsonObject shown(PersonPasskeys ring) {
    JsonArray items = new JsonArray();
    ring.passkeys().forEach(p -> items.add(shown(p).put("lapsed", ring.isLapsed(p))));
    return new JsonObject().put("items", items).put("required", ring.required());
  }

  private static JsonObject shown(Passkey passkey) {
    return PASSKEY.json(passkey);
  }

  private ApiResponse offer(ApiRequest call) {
    PersonPasskeys ring = mine(call);
    mustHaveRoom(ring);
    PersonDirectory.Person person = people.find(ring.person()).await().orElseThrow();
    String mark = challenges.mark();
    String handle = passkeys.handle(ring.person());
    JsonObject options = ceremonies.creation(person.name(), person.address(), handle, ring).await();
    return ApiResponse.ok(options.put("challenge", challenges.challenge(mark, purpose(call))))
        .with("set-cookie", cookies.passkey(mark, PasskeyChallenges.LIFETIME));
  }

  private static String purpose(ApiRequest call) {
    return MAKE + call.caller().session();
  }

  static void mustHaveRoom(PersonPasskeys ring) {
    if (ring.passkeys().size() >= PersonPasskeys.MOST) {
      throw Refusal.conflict(
          Message.of("you-have-passkeys-and-more-cannot", "limit", PersonPasskeys.MOST));
    }
  }

  private ApiResponse add(ApiRequest call) {
    JsonObject credential = call.body().getJsonObject("credential");
    PersonPasskeys ring = mine(call);
    Optional<Passkey> known = ring.byCredential(credential.getString("id"));
    if (known.isPresent()) {
      return ApiResponse.json(201, shown(known.get())); // the same request again
    }
    mustHaveRoom(ring);
    Passkey made = made(call, credential);
    if (!passkeys.add(ring.person(), made, PasskeyRoutes::mustHaveRoom).await()) {
      throw notMade();
    }
    tell.accept(ring.person(), ADDED);
    return ApiResponse.json(201, shown(made));
  }

  private Passkey made(ApiRequest call, JsonObject credential) {
    String mark = call.cookie(cookies.passkeyName()).orElse("");
    Instant until = challenges.lasts(mark).orElseThrow(PasskeyRoutes::notMade);
    String challenge = challenges.challenge(mark, purpose(call));
    JsonObject made =
        ceremonies
            .created(credential, challenge)
            .recover(e -> Future.failedFuture(notMade()))
            .await();
    if (!challenges.use(mark, until).await()) {
      throw notMade();
    }
    return new Passkey(
        RandomIds.random(),
        call.body().getString("name").strip(),
        made.getString("credID"),
        made.getString("publicKey"),
        made.getString("aaguid"),
        Objects.requireNonNullElse(made.getLong("counter"), 0L),
        call.at(),
        null,
        false);
  }

  private static Refusal notMade() {
    return Refusal.forbidden(Message.of("this-passkey-could-not-be-checked"));
  }

  private ApiResponse rename(ApiRequest call) {
    String id = mine(call).byId(call.path("id")).orElseThrow(Refusal::absent).id();
    String name = call.body().getString("name").strip();
    PersonPasskeys is =
        passkeys.change(call.caller().person(), r -> r.changing(id, p -> p.named(name))).await();
    return ApiResponse.ok(shown(is.byId(id).orElseThrow(Refusal::absent)));
  }

  private ApiResponse remove(ApiRequest call) {
    PersonPasskeys ring = mine(call);
    Passkey gone = ring.byId(call.path("id")).orElseThrow(Refusal::absent);
    if (ring.speaks(gone, call.at())) {
      throw Refusal.conflict(Message.of("passkeys-of-before-stay"));
    }
    passkeys.remove(ring.person(), gone, PasskeyRoutes::mustStayOpen).await();
    tell.accept(ring.person(), REMOVED);
    return ApiResponse.empty(204);
  }

  private static void mustStayOpen(PersonPasskeys without) {
    if (without.required() && !without.opens()) {
      throw Refusal.conflict(Message.of("this-is-your-last-passkey-and"));
    }
  }

  /**
   * Where a code was enough so far, it may have let in others: they are out, and so are the
   * programs whose tokens they may have made.
   */
  private ApiResponse rule(ApiRequest call) {
    boolean required = call.body().getBoolean("required");
    String person = call.caller().person();
    PersonPasskeys is = passkeys.change(person, r -> ruled(r, required)).await();
    if (required) {
      letIn.endAll(person, call.caller().session()).await();
    } else {
      // where a passkey is asked for they do not come in any more: their streams end with that
      letIn.sessions().comeAgain(person).await();
    }
    tell.accept(person, required ? ALONE : CODE_ENOUGH);
    return ApiResponse.ok(shown(is));
  }

  private static PersonPasskeys ruled(PersonPasskeys ring, boolean required) {
    if (required && !ring.opens()) {
      throw Refusal.conflict(Message.of("add-a-passkey-first-without-one"));
    }
    return ring.requiring(required);
  }
}
