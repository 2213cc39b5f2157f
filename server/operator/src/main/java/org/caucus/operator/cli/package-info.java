/**
 * What each command of the operator rests on: {@link org.caucus.operator.cli.OperatorCommand} is
 * one command, {@link org.caucus.operator.cli.OperatorContext} the opened storage it works at,
 * {@link org.caucus.operator.cli.Console} where it prints, {@link
 * org.caucus.operator.cli.DataOption} the option that names the data directory.
 */
@NullMarked
package org.caucus.operator.cli;

import org.jspecify.annotations.NullMarked;
