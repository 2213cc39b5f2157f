package org.caucus.identity.account;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Integrations;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.identity.Tokens;
import org.caucus.identity.passkeys.OpenCredentials;
import org.caucus.identity.sessions.Session;

/**
 * {@code /api/made}: what goes on without a sign-in, by which sign-in each was made, and ending all
 * of it that others made.
 */
public final class StandingAccessRoutes implements Routes {
  private final OpenCredentials letIn;
  private final StandingAccessRegistry book;

  /** Routes over these. */
  public StandingAccessRoutes(OpenCredentials letIn, StandingAccessRegistry book) {
    this.letIn = letIn;
    this.book = book;
  }

  @Override
  public void mount(Operations operations) {
    operations.forPerson("listStandingAccess", this::list);
    operations.forPerson("endStandingAccess", this::end);
  }

  private record One(String kind, String id, String name, Instant created, Runnable end) {}

  private List<One> of(String person) {
    Stream<One> tokens = letIn.tokens().of(person).await().stream().map(this::token);
    Stream<One> outlets = letIn.outlets().of(person).await().stream().map(this::outlet);
    return Stream.concat(tokens, outlets)
        .sorted(Comparator.comparing(One::created).reversed())
        .toList();
  }

  private One token(Tokens.Token token) {
    Runnable end = () -> letIn.tokens().endById(token.id()).await();
    return new One("TOKEN", token.id(), token.name(), token.created(), end);
  }

  private One outlet(Integrations.Outlet outlet) {
    Runnable end = () -> letIn.outlets().end(outlet).await();
    return new One(outlet.kind().name(), outlet.id(), outlet.name(), outlet.created(), end);
  }

  private ApiResponse list(ApiRequest call) {
    String person = call.caller().person();
    Map<String, StandingAccessRegistry.By> by = book.of(person).await();
    Map<String, String> open =
        letIn.sessions().of(person).await().stream()
            .collect(Collectors.toMap(Session::signIn, Session::device, (one, other) -> one));
    JsonArray items = new JsonArray();
    of(person).forEach(one -> items.add(shown(call, one, by, open)));
    return ApiResponse.ok(new JsonObject().put("items", items));
  }

  private static JsonObject shown(
      ApiRequest call,
      One one,
      Map<String, StandingAccessRegistry.By> by,
      Map<String, String> open) {
    StandingAccessRegistry.By in = by.getOrDefault(one.id(), StandingAccessRegistry.By.UNKNOWN);
    JsonObject shown =
        new JsonObject()
            .put("kind", one.kind())
            .put("id", one.id())
            .put("name", one.name())
            .put("created", one.created().toString())
            .put("current", in.signIn().equals(call.caller().signIn()))
            .put("open", open.containsKey(in.signIn()));
    return DeviceLabel.of(open.getOrDefault(in.signIn(), in.device())).put(shown);
  }

  /** All that others than this sign-in made, since then or ever. */
  private ApiResponse end(ApiRequest call) {
    String person = call.caller().person();
    Optional<Integer> before = book.ended(person, call.mark()).await();
    if (before.isPresent()) {
      return ended(before.get());
    }
    String asked = call.body().getString("since");
    Instant since = asked == null ? Instant.MIN : Instant.parse(asked);
    Map<String, StandingAccessRegistry.By> by = book.of(person).await();
    List<One> others =
        of(person).stream()
            .filter(one -> !one.created().isBefore(since))
            .filter(
                one -> !isOf(call, by.getOrDefault(one.id(), StandingAccessRegistry.By.UNKNOWN)))
            .toList();
    for (One one : others) {
      one.end().run();
      book.forget(person, one.id()).await();
    }
    book.keepEnded(person, call.mark(), others.size(), call.at()).await();
    return ended(others.size());
  }

  private static ApiResponse ended(int count) {
    return ApiResponse.json(201, new JsonObject().put("ended", count));
  }

  private static boolean isOf(ApiRequest call, StandingAccessRegistry.By by) {
    return by.signIn().equals(call.caller().signIn());
  }
}
