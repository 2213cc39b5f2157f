package org.caucus.app.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import org.caucus.app.settings.Settings;
import org.caucus.app.wiring.Wiring;
import org.caucus.coalition.access.MemberPresenter;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.instruments.Edition;
import org.caucus.coalition.instruments.Instrument;
import org.caucus.coalition.instruments.Placed;
import org.caucus.coalition.reviews.Review;
import org.caucus.http.PersonDirectory;
import org.caucus.kernel.WorkspaceId;
import org.caucus.workspace.Workspace;

/**
 * Writes {@code demo.json}, so that a script can drive the demo: addresses, seats, a token for
 * each.
 */
final class DemoFile {
  static final String NAME = "demo.json";

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Wiring wiring;
  private final Settings settings;
  private final WorkspaceId workspace;

  DemoFile(Wiring wiring, Settings settings, WorkspaceId workspace) {
    this.wiring = wiring;
    this.settings = settings;
    this.workspace = workspace;
  }

  void write() {
    Workspace now = wiring.rooms().read(workspace).await();
    JsonObject file =
        new JsonObject()
            .put("baseUrl", settings.baseUrl().toString())
            .put(
                "smtp",
                new JsonObject().put("host", settings.smtpHost()).put("port", wiring.smtpPort()))
            .put("workspace", now.members().slug())
            .put("lists", lists(now))
            .put("trackers", trackers(now))
            .put("instruments", instruments(now))
            .put("reviews", reviews(now))
            .put("companies", companies(now.members()))
            .put("seats", seats(now.members()));
    try {
      Path part = settings.data().resolve(NAME + ".part");
      Files.deleteIfExists(part);
      Files.createFile(part, OWNER_ONLY); // it holds tokens
      Files.writeString(part, file.encodePrettily() + "\n");
      Files.move(part, settings.data().resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("demo.json cannot be written", e);
    }
  }

  private JsonArray lists(Workspace now) {
    JsonArray lists = new JsonArray();
    now.lists().lists().values().stream()
        .sorted(Comparator.comparing(l -> DemoMembers.order(l.slug())))
        .forEach(
            l ->
                lists.add(
                    new JsonObject()
                        .put("slug", l.slug())
                        .put("address", l.localPart() + "@" + settings.domain())
                        .put("audience", l.audience().wire())));
    return lists;
  }

  private JsonArray trackers(Workspace now) {
    JsonArray trackers = new JsonArray();
    now.issues().trackers().values().stream()
        .sorted(Comparator.comparing(t -> t.key()))
        .forEach(
            t ->
                trackers.add(
                    new JsonObject()
                        .put("key", t.key())
                        .put("address", t.localPart() + "@" + settings.domain())
                        .put("audience", t.audience().wire())));
    return trackers;
  }

  private JsonArray instruments(Workspace now) {
    JsonArray instruments = new JsonArray();
    for (Instrument instrument : now.instruments().byId().values()) {
      Edition edition = instrument.shown();
      JsonArray provisions = new JsonArray();
      edition.placed().stream()
          .filter(Placed::canBeCited)
          .forEach(
              p -> provisions.add(new JsonObject().put("id", p.provision()).put("path", p.path())));
      instruments.add(
          new JsonObject()
              .put("slug", instrument.id())
              .put("address", instrument.id() + "@" + settings.domain())
              .put("edition", edition.number())
              .put("provisions", provisions));
    }
    return instruments;
  }

  private static JsonArray reviews(Workspace now) {
    JsonArray reviews = new JsonArray();
    now.reviews().byId().values().stream()
        .sorted(Comparator.comparing(Review::openedAt).thenComparing(Review::id))
        .forEach(
            r ->
                reviews.add(
                    new JsonObject().put("id", r.id()).put("instrument", r.terms().instrument())));
    return reviews;
  }

  private JsonArray companies(Members members) {
    JsonArray companies = new JsonArray();
    for (Organisation o : members.parties()) {
      if (o.side() == Side.COMPANY) {
        companies.add(
            new JsonObject()
                .put("slug", o.slug())
                .put("name", o.name())
                .put(
                    "updatesAddress",
                    MemberPresenter.updatesLocalPart(o.slug()) + "@" + settings.domain()));
      }
    }
    return companies;
  }

  private JsonArray seats(Members members) {
    JsonArray seats = new JsonArray();
    for (Seat seat : members.active()) {
      PersonDirectory.Person person = wiring.persons().find(seat.person()).await().orElseThrow();
      seats.add(
          new JsonObject()
              .put("id", seat.id().value())
              .put("name", seat.name())
              .put("address", person.address())
              .put("organisation", seat.organisation())
              .put("side", members.organisationOf(seat).side().name())
              .put("role", seat.role().name())
              .put("token", wiring.tokens().mint(person.id(), "demo").await()));
    }
    return seats;
  }
}
