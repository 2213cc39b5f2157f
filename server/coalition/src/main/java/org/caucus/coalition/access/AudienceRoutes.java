package org.caucus.coalition.access;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/**
 * {@code /audiences}: who would read what is written here, before it is sent. Offers each audience
 * that is within the place and has the author inside, widest first.
 */
public final class AudienceRoutes implements Routes {
  private static final List<String> FRESH =
      List.of("updates", "actions", "polls", "tracker:", "instrument:");

  private static final List<String> PLACES = List.of("updates", "actions", "polls");

  /** Before the thing on which a new poll hangs. */
  private static final String POLL_ON = "polls:";

  private final CommandBus<? extends Members.Held> floor;

  /** Routes on this floor. */
  public AudienceRoutes(CommandBus<? extends Members.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listAudiences", this::list);
  }

  private ApiResponse list(ApiRequest call) {
    Members.Held state = floor.read(call.workspace()).await();
    Scope place = place(state, call.query("under").orElse(""));
    state.access().mustRead(call.seat(), place);
    JsonArray items = new JsonArray();
    for (Audience audience : candidates(state.members(), place.audience(), call)) {
      if (allowed(state.access(), call.seat(), place, audience)) {
        items.add(MemberPresenter.choice(state.members(), new Scope(audience, null, place)));
      }
    }
    boolean fresh = FRESH.stream().anyMatch(call.query("under").orElse("")::startsWith);
    Audience usual = fresh ? state.access().usual(call.seat(), place) : place.audience();
    return ApiResponse.ok(new JsonObject().put("items", items).put("usual", usual.wire()));
  }

  private static Scope place(Members.Held state, String under) {
    if (PLACES.contains(under)) {
      return Scope.place(Audience.everyone());
    }
    return thing(state, under.startsWith(POLL_ON) ? under.substring(POLL_ON.length()) : under);
  }

  private static Scope thing(Members.Held state, String under) {
    int colon = under.indexOf(':');
    try {
      Ref.Kind kind =
          Ref.Kind.valueOf(under.substring(0, Math.max(0, colon)).toUpperCase(Locale.ROOT));
      return state.placeOf(Ref.to(kind, under.substring(colon + 1))).orElseThrow(Refusal::absent);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("under", Message.of("say-where-such-as-list-coalition"));
    }
  }

  private static List<Audience> candidates(Members members, Audience widest, ApiRequest call) {
    List<Audience> all = new ArrayList<>();
    all.add(widest);
    all.add(Audience.everyone());
    List<String> companies =
        members.parties().stream()
            .filter(o -> o.side() == Side.COMPANY)
            .map(Organisation::slug)
            .toList();
    companies.forEach(c -> all.add(Audience.withCompany(c)));
    all.add(Audience.civilSociety());
    List<String> organisations =
        members.parties().stream()
            .filter(o -> o.side() == Side.CIVIL_SOCIETY)
            .map(Organisation::slug)
            .toList();
    organisations.forEach(o -> companies.forEach(c -> all.add(Audience.between(o, c))));
    companies.forEach(c -> all.add(Audience.companyOnly(c)));
    organisations.forEach(o -> all.add(Audience.organisationOnly(o)));
    call.query("named")
        .filter(n -> !n.isBlank())
        .ifPresent(
            n -> all.add(Audience.named(Arrays.stream(n.split(",")).map(SeatId::new).toList())));
    return all.stream().distinct().toList();
  }

  private static boolean allowed(Access access, SeatId author, Scope place, Audience audience) {
    try {
      access.choose(author, place, audience);
      return true;
    } catch (Refusal no) {
      return false;
    }
  }
}
