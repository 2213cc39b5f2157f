package org.caucus.app.wiring;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.caucus.app.doctor.Doctor;
import org.caucus.app.settings.Settings;
import org.caucus.coalition.access.Seat;
import org.caucus.http.Pages;
import org.caucus.http.filters.TrustedProxies;
import org.caucus.identity.passkeys.OperatorPasskeys;
import org.caucus.kernel.WorkspaceId;
import org.caucus.operator.acts.OperatorAccounts;
import org.caucus.operator.acts.OperatorActs;
import org.caucus.operator.admin.AdminParts;
import org.caucus.operator.admin.AdminRoutes;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;

/** What operators see and do in the browser. */
final class AdminWiring {
  private AdminWiring() {}

  static Pages pages(
      Vertx vertx,
      Settings settings,
      StorageWiring storage,
      OperatorContext desk,
      Rooms rooms,
      TrustedProxies proxies,
      InstantSource clock) {
    return new AdminRoutes(
        new AdminParts(
            desk,
            new OperatorAccounts(storage.mongo(), storage.vault(), clock),
            new OperatorActs(storage.mongo(), storage.vault(), clock),
            new OperatorPasskeys(
                vertx, settings.baseUrl(), storage.mongo(), storage.vault(), clock),
            settings.baseUrl(),
            proxies::peer,
            id -> awake(rooms, id),
            () -> examined(settings),
            clock));
  }

  /** Nothing is loaded for it. */
  private static Optional<AdminParts.Awake> awake(Rooms rooms, WorkspaceId id) {
    return rooms.awake().contains(id)
        ? Optional.of(rooms.read(id).await()).map(AdminWiring::shown)
        : Optional.empty();
  }

  private static AdminParts.Awake shown(Workspace workspace) {
    List<Seat> seats = workspace.members().active().stream().toList();
    return new AdminParts.Awake(seats.size(), workspace.history().getLast().at());
  }

  private static List<AdminParts.Finding> examined(Settings settings) {
    return Doctor.examine(settings).stream()
        .map(f -> new AdminParts.Finding(f.name(), f.status().name(), f.detail(), f.fix()))
        .toList();
  }
}
