package org.caucus.workspace;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.caucus.coalition.access.Invitation;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberPresenter;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Caller;
import org.caucus.http.Operations;
import org.caucus.http.PersonDirectory;
import org.caucus.http.Routes;
import org.caucus.http.SessionMatch;
import org.caucus.kernel.Committed;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.observability.security.SecurityLog;
import org.jspecify.annotations.Nullable;

/**
 * {@code /invitations}: convenors invite; anyone who holds the mailed link sees the offer and takes
 * the seat. Reading an offer does not use it, so a mail scanner that follows the link changes
 * nothing.
 */
public final class InvitationRoutes implements Routes {
  private final Rooms rooms;
  private final InvitationTokens tokens;
  private final PersonDirectory people;
  private final SeatIndex seatings;
  private final Function<String, Future<Boolean>> passkeyAlone;
  private final Function<String, Future<Boolean>> recovering;
  private final InvitationLimits limits;
  private final Letters letters;
  private final String baseUrl;

  /** Knows what became of the letters of invitations. */
  @FunctionalInterface
  public interface Letters {
    /** By the id of the invitation; blocks. */
    Map<String, JsonObject> of(Workspace state, List<Invitation> open);
  }

  /**
   * Routes on these rooms.
   *
   * @param passkeyAlone whether a person lets nothing but a passkey in
   * @param recovering whether somebody was let in as a person of late without one
   * @param baseUrl where links lead
   */
  public InvitationRoutes(
      Rooms rooms,
      InvitationTokens tokens,
      PersonDirectory people,
      SeatIndex seatings,
      Function<String, Future<Boolean>> passkeyAlone,
      Function<String, Future<Boolean>> recovering,
      InvitationLimits limits,
      Letters letters,
      String baseUrl) {
    this.letters = letters;
    this.baseUrl = baseUrl;
    this.limits = limits;
    this.passkeyAlone = passkeyAlone;
    this.recovering = recovering;
    this.rooms = rooms;
    this.tokens = tokens;
    this.people = people;
    this.seatings = seatings;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listInvitations", this::list);
    operations.on("createInvitation", this::invite);
    operations.submit(200, "revokeInvitation", rooms, MemberCommand.RevokeInvitation.class);
    operations.on("renewInvitation", this::renew);
    operations.on("remindInvitation", this::remind);
    operations.submit(200, "setInvitationReminders", rooms, MemberCommand.SetReminders.class);
    operations.submit(201, "finishWelcome", rooms, MemberCommand.FinishWelcome.class);
    operations.forAnyone("getInvitation", this::read);
    operations.forAnyone("openInvitation", this::noteOpening);
    operations.forAnyone("acceptInvitation", this::accept);
  }

  private ApiResponse list(ApiRequest call) {
    Workspace w = rooms.read(call.workspace()).await();
    w.access().mustConvene(call.seat());
    List<Invitation> open = MemberPresenter.open(w.members(), call.at());
    Map<String, JsonObject> mail = letters.of(w, open);
    List<JsonObject> items =
        open.stream()
            .map(
                i -> {
                  JsonObject shown = MemberPresenter.show(i);
                  JsonObject became = mail.get(i.id());
                  return became == null ? shown : shown.put("mail", became);
                })
            .toList();
    JsonObject page = new JsonObject().put("items", new JsonArray(items));
    if (call.query("past").filter("true"::equals).isPresent()) {
      page.put("past", PastInvitations.of(w, call.seat(), call.at()));
    }
    return ApiResponse.ok(page);
  }

  private ApiResponse invite(ApiRequest call) {
    JsonObject body = call.body();
    String succeeds = body.getString("succeeds");
    MemberCommand.Invite command =
        new MemberCommand.Invite(
            InvitedAddress.checked(body.getString("address")),
            body.getString("name"),
            body.getString("organisation"),
            Role.valueOf(body.getString("role")),
            succeeds == null ? null : new SeatId(succeeds),
            null,
            sending(body));
    // who may not invite is not told how often others did
    rooms.read(call.workspace()).await().access().mustConvene(call.seat());
    limits.mustBeFew(call, command.address());
    Committed invited = call.submit(rooms, command).await();
    limits.count(call, command.address());
    return sent(call, invited, command.sending().byLink());
  }

  private static Invitation.Sending sending(JsonObject body) {
    boolean byLink = body.getBoolean("byLink", false);
    return new Invitation.Sending(!byLink && body.getBoolean("remind", true), byLink);
  }

  /** What is sent by mail is nobody's to see here; a link that the inviter brings is shown once. */
  private ApiResponse sent(ApiRequest call, Committed done, boolean byLink) {
    JsonObject answer = new JsonObject().put("id", done.thing()).put("position", done.position());
    if (byLink) {
      Invitation one =
          Optional.ofNullable(done.thing())
              .flatMap(
                  id -> rooms.read(call.workspace()).await().members().invitation(id, call.at()))
              .orElseThrow(Refusal::absent);
      // so that a code can be sent to the address: the link alone opens nothing
      people.ensure(one.address(), Objects.requireNonNullElse(one.name(), "")).await();
      answer.put("link", baseUrl + "/join/" + tokens.mintBrought(call.workspace(), one.id()));
    }
    return ApiResponse.json(201, answer);
  }

  private Invitation known(ApiRequest call) {
    Workspace w = rooms.read(call.workspace()).await();
    w.access().mustConvene(call.seat());
    return w.members().invitation(call.path("id"), call.at()).orElseThrow(Refusal::absent);
  }

  private ApiResponse renew(ApiRequest call) {
    Optional<Committed> earlier = earlierOf(call);
    boolean byLink = call.body().getBoolean("byLink", false);
    if (earlier.isPresent()) {
      return sent(call, earlier.get(), byLink);
    }
    Invitation one = known(call);
    limits.mustBeFew(call, one.address());
    var command = new MemberCommand.RenewInvitation(one.id(), byLink);
    Committed done = call.submit(rooms, command).await();
    limits.count(call, one.address());
    return sent(call, done, byLink);
  }

  /**
   * The invitation of before is gone by its own renewal, so a repeated request is known by its key.
   */
  private Optional<Committed> earlierOf(ApiRequest call) {
    return call.key() == null
        ? Optional.empty()
        : rooms.read(call.workspace()).await().earlier(call.seat(), call.key());
  }

  private ApiResponse remind(ApiRequest call) {
    Invitation one = known(call);
    limits.mustBeFew(call, one.address());
    Committed done = call.submit(rooms, new MemberCommand.RemindInvitation(one.id())).await();
    limits.count(call, one.address());
    return ApiResponse.accepted(201, done);
  }

  /** Asked for by the page when a person looks at it: a scanner that follows the link asks not. */
  private ApiResponse noteOpening(ApiRequest call) {
    Offer offer = offer(call);
    if (offer.invitation().course().opened() == null) {
      var command = new MemberCommand.NoteOpening(offer.invitation().id());
      rooms.submit(offer.invited().workspace(), null, command, null).await();
    }
    return ApiResponse.json(201, new JsonObject().put("noted", true));
  }

  private record Offer(
      InvitationTokens.Invited invited, Workspace workspace, Invitation invitation) {}

  private Offer offer(ApiRequest call) {
    InvitationTokens.Invited invited =
        tokens.verify(call.path("token")).orElseThrow(Refusal::absent);
    try {
      Workspace w = rooms.read(invited.workspace()).await();
      Invitation invitation =
          w.members().invitation(invited.invitation(), call.at()).orElseThrow(Refusal::absent);
      return new Offer(invited, w, invitation);
    } catch (LogException.UnknownWorkspace gone) {
      throw Refusal.absent();
    }
  }

  private ApiResponse read(ApiRequest call) {
    Offer offer = offer(call);
    Invitation invitation = offer.invitation();
    Organisation organisation =
        Objects.requireNonNull(
            offer.workspace().members().organisations().get(invitation.organisation()));
    JsonObject shown =
        new JsonObject()
            .put("workspace", offer.workspace().members().name())
            .put("organisation", organisation.name())
            .put("side", organisation.side().name())
            .put("role", invitation.role().name())
            .put("address", offer.invited().brought() ? masked(invitation) : invitation.address())
            .put("signIn", offer.invited().brought())
            .put("invitedBy", offer.workspace().members().nameOf(invitation.by()))
            .put("expires", invitation.expires().toString());
    if (invitation.name() != null) {
      shown.put("name", invitation.name());
    }
    return ApiResponse.ok(shown);
  }

  /** Who was given a link knows their address; who found it need not learn one. */
  private static String masked(Invitation invitation) {
    String address = invitation.address();
    return address.substring(0, 1) + "…" + address.substring(address.lastIndexOf('@'));
  }

  private ApiResponse accept(ApiRequest call) {
    InvitationTokens.Invited invited =
        tokens.verify(call.path("token")).orElseThrow(() -> unknown(call));
    Optional<Committed> earlier = earlier(invited, call);
    if (earlier.isPresent()) {
      // the link is used up, so a repeated request is told what it did and gets no second session
      return accepted(invited, earlier.get());
    }
    Offer offer = offer(call);
    if (invited.brought() && inBrowser(call).isEmpty()) {
      call.notEntered(SecurityLog.Way.INVITATION, "brought-link", null);
      throw Refusal.forbidden(Message.of("sign-in-with-the-invited-address-first"));
    }
    mustBeTheirs(call, offer.invitation().address());
    mustNotNeedMore(call, offer.invitation().address());
    String name = call.body().getString("name").strip();
    PersonDirectory.Person person = people.ensure(offer.invitation().address(), name).await();
    boolean mayEnter = hasNothingYet(person);
    MemberCommand command =
        new MemberCommand.AcceptInvitation(offer.invitation().id(), person.id(), name);
    Committed done = rooms.submit(invited.workspace(), null, command, call.key()).await();
    seatings.add(person.id(), invited.workspace()).await();
    ApiResponse answer = accepted(invited, done);
    if (inBrowser(call).isPresent()) {
      return answer;
    }
    return mayEnter && hasNothingBut(invited.workspace(), person)
        ? entered(call, invited.workspace(), person, answer)
        : stayingOutside(person, answer);
  }

  private ApiResponse entered(
      ApiRequest call, WorkspaceId workspace, PersonDirectory.Person person, ApiResponse answer) {
    String device = call.header("user-agent").orElse("unknown");
    String cookie = people.beginByLink(person.id(), device).await();
    // the other link may have been followed between the question and the session
    if (!hasNothingBut(workspace, person)) {
      return stayingOutside(person, answer);
    }
    call.entered(SecurityLog.Way.INVITATION, person.id());
    return answer
        .with(SessionMatch.HEADER, people.signInOf(person.id(), cookie))
        .with("set-cookie", cookie);
  }

  /**
   * Two links, and perhaps two who hold one each: anyone who is in by the other one has not shown
   * that this seat is theirs as well, and signs in again.
   */
  private ApiResponse stayingOutside(PersonDirectory.Person person, ApiResponse answer) {
    people.endByLink(person.id()).await();
    return answer;
  }

  private boolean hasNothingBut(WorkspaceId workspace, PersonDirectory.Person person) {
    return seatings.of(person.id()).await().stream().allMatch(workspace::equals);
  }

  private static Refusal unknown(ApiRequest call) {
    call.notEntered(SecurityLog.Way.INVITATION, "unknown-link", null);
    return Refusal.absent();
  }

  /** A token says nothing of who holds it, and one that only reads takes no seat. */
  private static Optional<Caller> inBrowser(ApiRequest call) {
    return call.signedIn().filter(caller -> caller.session() != null);
  }

  /** Anyone who is signed in as somebody else has opened a link that is not theirs. */
  private void mustBeTheirs(ApiRequest call, String address) {
    Optional<Caller> caller = inBrowser(call);
    if (caller.isEmpty()) {
      return;
    }
    Optional<PersonDirectory.Person> holder = people.byAddress(address).await();
    if (holder.filter(h -> h.id().equals(caller.get().person())).isEmpty()) {
      call.notEntered(SecurityLog.Way.INVITATION, "anothers-link", caller.get().person());
      throw Refusal.forbidden(Message.of("this-invitation-went-to-another-address"));
    }
  }

  /**
   * Anyone who lets nothing but a passkey in has said that having their mail is not being them. So
   * their mail alone takes no seat for them either: whose convenor could then say that they are who
   * lost their passkeys.
   */
  private void mustNotNeedMore(ApiRequest call, String address) {
    Optional<PersonDirectory.Person> holder = people.byAddress(address).await();
    if (holder.isPresent() && recovering.apply(holder.get().id()).await()) {
      throw Refusal.forbidden(Message.of("no-invitation-while-let-in"));
    }
    if (inBrowser(call).isEmpty()
        && holder.isPresent()
        && passkeyAlone.apply(holder.get().id()).await()) {
      call.notEntered(SecurityLog.Way.INVITATION, "passkey-needed", holder.get().id());
      throw Refusal.forbidden(Message.of("sign-in-with-your-passkey-first"));
    }
  }

  /**
   * The link shows that its holder had the letter, and letters are passed on. It may open this
   * seat, but no door that the person had before: who has one signs in with a code, and who lets
   * only a passkey in, with that.
   */
  private boolean hasNothingYet(PersonDirectory.Person person) {
    return !person.operator()
        && seatings.of(person.id()).await().isEmpty()
        && !passkeyAlone.apply(person.id()).await();
  }

  private Optional<Committed> earlier(InvitationTokens.Invited invited, ApiRequest call) {
    try {
      return rooms.read(invited.workspace()).await().earlier(null, call.key());
    } catch (LogException.UnknownWorkspace gone) {
      return Optional.empty();
    }
  }

  private ApiResponse accepted(InvitationTokens.Invited invited, Committed done) {
    Workspace w = rooms.read(invited.workspace()).await();
    return ApiResponse.json(
        201,
        new JsonObject()
            .put("id", done.thing())
            .put("position", done.position())
            .put("workspace", path(w.members(), done.thing())));
  }

  private static String path(Members members, @Nullable String seat) {
    Seat taken = seat == null ? null : members.seats().get(new SeatId(seat));
    return taken == null ? members.slug() : members.pathOf(taken);
  }
}
