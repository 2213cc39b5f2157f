package org.caucus.operator.admin;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.caucus.identity.passkeys.OperatorPasskeys;
import org.caucus.kernel.WorkspaceId;
import org.caucus.operator.acts.OperatorAccounts;
import org.caucus.operator.acts.OperatorActs;
import org.caucus.operator.cli.OperatorContext;

/**
 * What the operators' pages rest on.
 *
 * @param peer the address a request comes from
 * @param awake what is known of a workspace that is in memory; empty for others, which are not
 *     loaded to be shown
 * @param doctor looks at the installation; takes up to 20 seconds
 */
public record AdminParts(
    OperatorContext desk,
    OperatorAccounts accounts,
    OperatorActs acts,
    OperatorPasskeys passkeys,
    URI baseUrl,
    Function<HttpServerRequest, String> peer,
    Function<WorkspaceId, Optional<Awake>> awake,
    Supplier<List<Finding>> doctor,
    InstantSource clock) {
  /** A workspace in memory. */
  public record Awake(int seats, Instant lastActivity) {}

  /**
   * What the doctor saw of one thing, in English as on the shell.
   *
   * @param status OK, WARN or FAIL
   * @param fix what is to be done; empty if nothing
   */
  public record Finding(String name, String status, String detail, String fix) {}
}
