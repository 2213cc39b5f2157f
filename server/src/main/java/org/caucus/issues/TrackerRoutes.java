package org.caucus.issues;

import java.util.Locale;
import org.caucus.command.Addresses;
import org.caucus.command.Floor;
import org.caucus.command.Key;
import org.caucus.command.Ref;
import org.caucus.http.Answer;
import org.caucus.http.Call;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.issues.fields.FacetsJson;
import org.caucus.log.Ids;
import org.caucus.members.Audience;

/** {@code /trackers}: opens a tracker and arranges it. */
public final class TrackerRoutes implements Routes {
  private final Floor<? extends Issues.Held> floor;
  private final Addresses addresses;

  /** Routes on this floor; a new tracker claims its address. */
  public TrackerRoutes(Floor<? extends Issues.Held> floor, Addresses addresses) {
    this.floor = floor;
    this.addresses = addresses;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("openTracker", this::open);
    operations.on("arrangeTracker", this::arrange);
  }

  private Answer arrange(Call call) {
    IssueCommand command =
        new IssueCommand.ArrangeTracker(call.path("key"), FacetsJson.arrangement(call.body()));
    return Answer.accepted(201, call.submit(floor, command).await());
  }

  /** Asked again under the same key it is the same. */
  private static String random(Call call) {
    Key key = call.key();
    return key == null
        ? Ids.random()
        : Ids.from(
            call.workspace().value() + call.seat().value() + key.value() + key.fingerprint());
  }

  private Answer open(Call call) {
    floor.read(call.workspace()).await().access().mustConvene(call.seat());
    Audience audience = Audience.parse(call.body().getString("audience"));
    String key = Labels.key(call.body().getString("key"), audience, random(call));
    String localPart = key.toLowerCase(Locale.ROOT);
    IssueCommand command =
        new IssueCommand.OpenTracker(key, call.body().getString("name"), localPart, audience);
    call.ask(floor, command).await(); // what is refused takes no address
    addresses.claim(localPart, call.workspace(), Ref.to(Ref.Kind.TRACKER, key)).await();
    return Answer.accepted(201, call.submit(floor, command).await());
  }
}
