/**
 * The HTTP side: one server, one contract, one way to answer.
 *
 * <p>{@link org.caucus.http.HttpServer} puts the parts together: security headers, the contract of
 * {@code openapi.yaml} ({@link org.caucus.http.Contract}), the web app. A capability's {@link
 * org.caucus.http.Routes} say which operations of the contract they answer; each answers a {@link
 * org.caucus.http.ApiRequest} with an {@link org.caucus.http.ApiResponse}, on a virtual thread, in
 * straight lines. {@link org.caucus.http.Callers} finds who calls, by session cookie or personal
 * token; {@link org.caucus.http.Problems} is the one place where errors become answers.
 */
@NullMarked
package org.caucus.http;

import org.jspecify.annotations.NullMarked;
