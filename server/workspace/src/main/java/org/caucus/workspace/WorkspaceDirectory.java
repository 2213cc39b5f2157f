package org.caucus.workspace;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.caucus.kernel.AddressRegistry;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.message.RoleMailboxes;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.UniqueNames;

/**
 * Finds a workspace by its slug and a thing by its mail address. The database holds only blind
 * indexes and sealed owners; what was found once is remembered, because names are never given to
 * another, not even those of a workspace that was destroyed.
 */
public final class WorkspaceDirectory implements AddressRegistry {
  private final UniqueNames slugs;
  private final UniqueNames localParts;
  private final String domain;
  private final ConcurrentMap<String, WorkspaceId> knownSlugs = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Target> knownAddresses = new ConcurrentHashMap<>();

  /** What a mail address belongs to. */
  public record Target(WorkspaceId workspace, Ref thing) {}

  /**
   * @param slugs names of workspaces
   * @param localParts what stands before the @ of addresses
   * @param domain the mail domain
   */
  public WorkspaceDirectory(UniqueNames slugs, UniqueNames localParts, String domain) {
    this.slugs = slugs;
    this.localParts = localParts;
    this.domain = domain;
  }

  @Override
  public String domain() {
    return domain;
  }

  /** Claims a slug for a workspace; fails with {@link Refusal} if another has it. */
  public Future<Void> claimSlug(String slug, WorkspaceId workspace) {
    return mayBe(slug, workspace).compose(free -> claimFree(slug, workspace));
  }

  /** Kept for mail itself; a workspace that had such a name before keeps it. */
  private Future<Void> mayBe(String slug, WorkspaceId workspace) {
    boolean kept = RoleMailboxes.isOfMail(slug) || RoleMailboxes.isKept(slug);
    return kept
        ? find(slug)
            .compose(
                had ->
                    had.filter(workspace::equals).isPresent()
                        ? Future.succeededFuture()
                        : Future.failedFuture(ofMail()))
        : Future.succeededFuture();
  }

  private Future<Void> claimFree(String slug, WorkspaceId workspace) {
    return slugs
        .claim(slug, bytes(workspace.value()))
        .recover(
            e ->
                taken(
                    e,
                    Refusal.invalid(
                        "slug",
                        Message.of("the-short-name-is-that-of-a-workspace", "slug", slug))));
  }

  /** The workspace with this slug. */
  public Future<Optional<WorkspaceId>> find(String slug) {
    WorkspaceId known = knownSlugs.get(slug);
    if (known != null) {
      return Future.succeededFuture(Optional.of(known));
    }
    return slugs
        .find(slug)
        .map(found -> found.map(b -> new WorkspaceId(new String(b, StandardCharsets.UTF_8))))
        .onSuccess(found -> found.ifPresent(w -> knownSlugs.put(slug, w)));
  }

  @Override
  public Future<Void> claim(String localPart, WorkspaceId workspace, Ref thing) {
    if (RoleMailboxes.isOfMail(localPart)) {
      return findAddress(localPart)
          .compose(
              had ->
                  had.filter(new Target(workspace, thing)::equals).isPresent()
                      ? Future.succeededFuture()
                      : Future.failedFuture(ofMail()));
    }
    if (RoleMailboxes.isKept(localPart)) {
      return findAddress(localPart)
          .compose(
              had ->
                  had.filter(new Target(workspace, thing)::equals).isPresent()
                      ? Future.succeededFuture()
                      : Future.failedFuture(AddressRegistry.taken(localPart)));
    }
    JsonObject owner =
        new JsonObject()
            .put("workspace", workspace.value())
            .put("kind", thing.kind().name())
            .put("id", thing.id());
    return localParts
        .claim(localPart.toLowerCase(Locale.ROOT), bytes(owner.encode()))
        .recover(e -> taken(e, AddressRegistry.taken(localPart)));
  }

  private static Refusal ofMail() {
    return Refusal.invalid("slug", Message.of("this-short-name-means-something-in"));
  }

  /** What a local part (without any +detail) belongs to. */
  public Future<Optional<Target>> findAddress(String localPart) {
    String name = localPart.toLowerCase(Locale.ROOT);
    Target known = knownAddresses.get(name);
    if (known != null) {
      return Future.succeededFuture(Optional.of(known));
    }
    return localParts
        .find(name)
        .map(found -> found.map(WorkspaceDirectory::target))
        .onSuccess(found -> found.ifPresent(t -> knownAddresses.put(name, t)));
  }

  /** The short names of all workspaces, by their ids; an id that has none is not there. Blocks. */
  public Map<String, String> slugs() {
    Map<String, String> slugs = new HashMap<>();
    for (byte[] owner : localParts.owners()) {
      if (owner.length > 0 && owner[0] == '{') { // an address; else the owner of a short name
        Target target = target(owner);
        if (target.thing().kind() == Ref.Kind.WORKSPACE) {
          slugs.put(target.workspace().value(), target.thing().id());
        }
      }
    }
    return slugs;
  }

  /** Finds nothing of this workspace any more: its names were taken from it. */
  public void forget(WorkspaceId workspace) {
    knownSlugs.values().removeIf(workspace::equals);
    knownAddresses.values().removeIf(target -> target.workspace().equals(workspace));
  }

  private static Target target(byte[] bytes) {
    JsonObject owner = new JsonObject(new String(bytes, StandardCharsets.UTF_8));
    return new Target(
        new WorkspaceId(owner.getString("workspace")),
        Ref.to(Ref.Kind.valueOf(owner.getString("kind")), owner.getString("id")));
  }

  private static Future<Void> taken(Throwable failure, Refusal refused) {
    return Future.failedFuture(failure instanceof LogException.NameTaken ? refused : failure);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
