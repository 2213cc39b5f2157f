package org.caucus.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatedRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Committed;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.LegacyReasons;
import org.caucus.platform.i18n.Messages;
import org.caucus.platform.observability.security.SecurityLog;
import org.jspecify.annotations.Nullable;

/** One request, validated against the contract, with its caller known. */
public final class ApiRequest {
  private static final String SHOWN = "Audience-Shown";

  /** Said in {@code If-Match} of whatever is there. */
  private static final String ANY = "*";

  private static final Pattern VERSION = Pattern.compile("\"?([0-9]{1,9})\"?");

  private final RoutingContext routing;
  private final ValidatedRequest request;
  private final Instant at;
  private final Supplier<Optional<Caller>> caller;
  private final @Nullable WorkspaceId workspace;
  private final @Nullable SeatId seat;
  private final HttpServer.Gate gate;
  private final Consumer<Caller> proof;
  private @Nullable JsonObject body;

  ApiRequest(
      RoutingContext routing,
      ValidatedRequest request,
      Instant at,
      Supplier<Optional<Caller>> caller,
      @Nullable WorkspaceId workspace,
      @Nullable SeatId seat,
      HttpServer.Gate gate,
      Consumer<Caller> proof) {
    this.proof = proof;
    this.routing = routing;
    this.request = request;
    this.at = at;
    this.caller = caller;
    this.workspace = workspace;
    this.seat = seat;
    this.gate = gate;
  }

  /** When it came in. */
  public Instant at() {
    return at;
  }

  /** Who calls; known except for operations open to anyone. */
  public Caller caller() {
    return signedIn().orElseThrow();
  }

  /** Who calls, if anyone is signed in; asks only now, for operations open to anyone. */
  public Optional<Caller> signedIn() {
    return caller.get();
  }

  /**
   * Goes on if anyone who asks has proved in this session, not long ago, who they are ({@link
   * StepUp}): for what takes a protection away, where setting one up needs no more than being
   * signed in.
   */
  public void mustBeProved() {
    proof.accept(caller());
  }

  /** The workspace of the path; known for operations in a workspace. */
  public WorkspaceId workspace() {
    return Objects.requireNonNull(workspace);
  }

  /** The caller's active seat in that workspace. */
  public SeatId seat() {
    return Objects.requireNonNull(seat);
  }

  /** A parameter of the path. */
  public String path(String name) {
    return text(request.getPathParameters().get(name)).orElseThrow();
  }

  /** A parameter of the query, if given. */
  public Optional<String> query(String name) {
    return text(request.getQuery().get(name));
  }

  /** A whole number of the query, or the default. */
  public int query(String name, int otherwise) {
    RequestParameter given = request.getQuery().get(name);
    return given == null || given.isNull() || given.isEmpty() ? otherwise : given.getInteger();
  }

  /** A header, if sent. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(routing.request().getHeader(name));
  }

  /** The language that the person who asks reads best. */
  public Language language() {
    return Language.accepted(header("Accept-Language").orElse(null));
  }

  /** A message in the language of the person who asks. */
  public String told(Message message) {
    return Messages.say(language(), message);
  }

  /** A reason that is kept as an English sentence, in the language of the person who asks. */
  public String told(String english) {
    return LegacyReasons.refused(language(), english);
  }

  /** A cookie, if sent. */
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(routing.request().getCookie(name)).map(c -> c.getValue());
  }

  /** The address the request came from, for rate limits. */
  public String peer() {
    return gate.proxies().peer(routing.request());
  }

  /** Notes that this request let somebody in, or proved anew who they are. */
  public void entered(SecurityLog.Way way, String person) {
    gate.security().entered(way, person, peer());
  }

  /** Notes that this request let nobody in, why, and whose account it was, if that is known. */
  public void notEntered(SecurityLog.Way way, String reason, @Nullable String person) {
    gate.security().notEntered(way, reason, person, peer());
  }

  /** Notes that this request asked for a code by mail to this address, in comparison form. */
  public void codeAsked(String address) {
    gate.security().codeAsked(address, peer());
  }

  /** Notes that this request had a wrong code for this address, in comparison form. */
  public void wrongCode(SecurityLog.Way way, String address) {
    gate.security().wrongCode(way, address, peer());
  }

  /** The JSON body, of its words what is kept; empty if none was sent. */
  public JsonObject body() {
    if (body == null) {
      RequestParameter given = request.getBody();
      body =
          given == null || given.isEmpty()
              ? new JsonObject()
              : KeptWords.of(Objects.requireNonNull(given.getJsonObject()), gate.kept());
    }
    return body;
  }

  /** The body as bytes, whatever they are; empty if none were sent. */
  public Buffer bytes() {
    Buffer sent = routing.body().buffer();
    return sent == null ? Buffer.buffer() : sent;
  }

  /**
   * The version an edit was made on: the body's, or that of {@code If-Match} (RFC 9110, section
   * 13.1.1). Null if neither says one, or says that any will do.
   *
   * @throws Refusal if it says what is no version: what others wrote meanwhile is not overwritten
   *     for the person who asked that it be not
   */
  public @Nullable Integer version() {
    Integer stated = body().getInteger("version");
    if (stated != null) {
      return stated;
    }
    String match = header("If-Match").map(String::strip).orElse(ANY);
    if (match.equals(ANY)) {
      return null;
    }
    Matcher version = VERSION.matcher(match);
    if (!version.matches()) {
      throw Refusal.invalid("If-Match", Message.of("if-match-has-the-number-of"));
    }
    return Integer.valueOf(version.group(1));
  }

  /** The Idempotency-Key with a fingerprint of what is asked; null if none was sent. */
  public @Nullable IdempotencyKey key() {
    return header("Idempotency-Key").map(k -> new IdempotencyKey(k, fingerprint())).orElse(null);
  }

  /** What this request makes is known by this when it comes again; null if it has no key. */
  public @Nullable String mark() {
    IdempotencyKey key = key();
    return key == null ? null : key.mark();
  }

  /**
   * Puts a command for the caller's seat, under its key. Anyone who says in {@code Audience-Shown}
   * who reads it, as far as they were shown, is not read by more.
   */
  public Future<Committed> submit(CommandBus<?> floor, Command command) {
    return submit(floor, command, key());
  }

  /** The same under a key of its own, for one of many things that a request asks for. */
  public Future<Committed> submit(
      CommandBus<?> floor, Command command, @Nullable IdempotencyKey key) {
    return floor.submit(workspace(), seat(), knowing(command), key);
  }

  /** Whether {@link #submit} would do it now; fails with what it would be refused for. */
  public Future<Void> ask(CommandBus<?> floor, Command command) {
    return floor.ask(workspace(), seat(), knowing(command), key());
  }

  private Command knowing(Command command) {
    return header(SHOWN).<Command>map(a -> new Command.Knowing(command, a)).orElse(command);
  }

  private String fingerprint() {
    String asked =
        routing.request().method() + " " + routing.request().path() + " " + body().encode();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** For operations that stream their own answer. */
  public RoutingContext routing() {
    return routing;
  }

  private static Optional<String> text(@Nullable RequestParameter given) {
    // a number is a number by then, and some parameters are one
    return given == null || given.isNull() || given.isEmpty()
        ? Optional.empty()
        : Optional.of(String.valueOf(given.get()));
  }
}
