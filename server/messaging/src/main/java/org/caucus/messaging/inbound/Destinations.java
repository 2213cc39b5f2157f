package org.caucus.messaging.inbound;

import io.vertx.core.Future;
import java.util.Optional;
import org.caucus.coalition.instruments.mail.ConcernMail;
import org.caucus.coalition.mailcommands.AddressCommand;
import org.caucus.kernel.Ref;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.Destination;
import org.caucus.workspace.WorkspaceDirectory;

/** Finds what a mail address belongs to. */
public final class Destinations {
  private static final Ref OPERATOR = Ref.to(Ref.Kind.WORKSPACE, "operator");

  private final WorkspaceDirectory directory;
  private final AddressPlan plan;

  /** The addresses in this directory, read by this plan. */
  public Destinations(WorkspaceDirectory directory, AddressPlan plan) {
    this.directory = directory;
    this.plan = plan;
  }

  /** What it belongs to; empty if to nothing here. The operator's are of the system itself. */
  Future<Optional<Destination>> find(MailAddress address) {
    if (!plan.here(address)) {
      return Future.succeededFuture(Optional.empty());
    }
    if (plan.noReply(address)) {
      return Future.succeededFuture(
          Optional.of(
              new Destination(
                  address.toString(), WorkspaceId.SYSTEM, OPERATOR, AddressPlan.NO_REPLY)));
    }
    if (plan.operator(address)) {
      return Future.succeededFuture(Optional.of(operators(address)));
    }
    if (plan.operatorUnlessTaken(address)) {
      return directory
          .findAddress(plan.role(address))
          .compose(
              found ->
                  found.isPresent()
                      ? ofWorkspace(address)
                      : Future.succeededFuture(Optional.of(operators(address))));
    }
    return ofWorkspace(address);
  }

  private Destination operators(MailAddress address) {
    return new Destination(address.toString(), WorkspaceId.SYSTEM, OPERATOR, plan.detail(address));
  }

  private Future<Optional<Destination>> ofWorkspace(MailAddress address) {
    return ofPlace(address)
        .compose(found -> found.isPresent() ? Future.succeededFuture(found) : ofProvision(address));
  }

  /** {@code text+i.3.b}: a provision of a text, if nothing else has the address. */
  private Future<Optional<Destination>> ofProvision(MailAddress address) {
    String local = address.localPart();
    int cut = local.lastIndexOf(plan.separator());
    return cut <= 0
        ? Future.succeededFuture(Optional.empty())
        : directory
            .findAddress(local.substring(0, cut))
            .map(
                found ->
                    found
                        .filter(t -> t.thing().kind() == Ref.Kind.INSTRUMENT)
                        .map(t -> destination(address, t, ConcernMail.AT + plan.detail(address))));
  }

  private Future<Optional<Destination>> ofPlace(MailAddress address) {
    return directory
        .findAddress(address.localPart())
        .compose(
            found ->
                found.filter(t -> t.thing().kind() != Ref.Kind.WORKSPACE).isPresent()
                    ? Future.succeededFuture(found.map(t -> destination(address, t, "")))
                    : plan.verb(address)
                        .map(verb -> withVerb(address, verb))
                        .orElseGet(() -> detailed(address)));
  }

  /** {@code tracker+done}, {@code tracker+organisation+done}, {@code workspace+r.ticket+done}. */
  private Future<Optional<Destination>> withVerb(MailAddress address, AddressCommand verb) {
    return plan.before(address)
        .map(
            plain ->
                find(plain)
                    .compose(
                        found ->
                            found.filter(Destinations::takesVerbs).isPresent()
                                ? Future.succeededFuture(found.map(d -> said(address, d, verb)))
                                : detailed(address)))
        .orElseGet(() -> detailed(address));
  }

  private static boolean takesVerbs(Destination to) {
    return to.thing().kind() == Ref.Kind.TRACKER || to.detail().startsWith(AddressPlan.REPLY);
  }

  private static Destination said(MailAddress address, Destination to, AddressCommand verb) {
    return new Destination(
        address.toString(), to.workspace(), to.thing(), to.detail() + "+" + verb.word());
  }

  /**
   * Workspaces have details, {@code workspace+r.ticket}; of lists only those at which orders are
   * taken, and their owners'.
   */
  private Future<Optional<Destination>> detailed(MailAddress address) {
    Optional<String> base = plan.base(address);
    if (base.isEmpty()) {
      return plan.hyphened(address).map(this::detailed).orElseGet(() -> forOrganisation(address));
    }
    return directory
        .findAddress(base.get())
        .map(
            found ->
                found
                    .filter(t -> hasDetail(t.thing().kind(), plan.detail(address)))
                    .map(t -> destination(address, t, plan.detail(address))));
  }

  /**
   * {@code list+organisation}: for the person who has several seats. Whether there is such an
   * organisation is not told here.
   */
  private Future<Optional<Destination>> forOrganisation(MailAddress address) {
    return plan.beforeOrganisation(address)
        .map(
            base ->
                directory
                    .findAddress(base)
                    .map(
                        found ->
                            found
                                .filter(t -> isPlace(t.thing().kind()))
                                .map(t -> destination(address, t, plan.detail(address)))))
        .orElse(Future.succeededFuture(Optional.empty()));
  }

  private static boolean hasDetail(Ref.Kind kind, String detail) {
    return kind == Ref.Kind.WORKSPACE || (kind == Ref.Kind.LIST && AddressPlan.isOfList(detail));
  }

  private static boolean isPlace(Ref.Kind kind) {
    return kind == Ref.Kind.LIST || kind == Ref.Kind.TRACKER;
  }

  private static Destination destination(
      MailAddress address, WorkspaceDirectory.Target t, String detail) {
    return new Destination(address.toString(), t.workspace(), t.thing(), detail);
  }
}
