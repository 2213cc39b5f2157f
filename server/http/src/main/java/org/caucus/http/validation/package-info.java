/**
 * Checks of requests against the contract, made once. The library makes a check anew for each
 * parameter of each request, with a copy of the whole contract's index of schemas. {@link
 * org.caucus.http.validation.CompiledContract} is the contract with {@link
 * org.caucus.http.validation.CompiledSchemas} in the place of that; {@link
 * org.caucus.http.validation.ContractSerializer} is where it is read from. See {@code
 * server/docs/decisions/0472-prepare-what-does-not-depend-on-the-reader-once.md}.
 */
@NullMarked
package org.caucus.http.validation;

import org.jspecify.annotations.NullMarked;
