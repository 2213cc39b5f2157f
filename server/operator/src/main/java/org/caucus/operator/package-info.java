/**
 * What an operator does from the shell, beside a running server or without one.
 *
 * <p>Each command is one file, an {@link org.caucus.operator.cli.OperatorCommand} with picocli's
 * annotations; {@link org.caucus.operator.Commands} is the list of them. A command works at a
 * {@link org.caucus.operator.cli.OperatorContext}, the opened storage, and speaks through a {@link
 * org.caucus.operator.cli.Console}.
 *
 * <p>One process at a time has the data directory. If no server runs, the command opens the storage
 * itself ({@link org.caucus.operator.Shell}). If one runs, the same words are sent to it through
 * {@link org.caucus.operator.ControlSocket}, a Unix domain socket in the data directory that only
 * the server's own user can reach, and the server runs the command at its own desk; {@link
 * org.caucus.operator.ControlLine} says what goes over that line. The operator sees no difference.
 */
@NullMarked
package org.caucus.operator;

import org.jspecify.annotations.NullMarked;
