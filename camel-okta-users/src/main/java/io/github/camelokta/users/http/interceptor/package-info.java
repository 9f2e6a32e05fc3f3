/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a request passes on its way to Okta, in the order of {@link io.github.camelokta.users.http.interceptor.InterceptorChain}:
 * errors, retry, rate limit, authorization; and in front of them what an endpoint asks for.
 */
package io.github.camelokta.users.http.interceptor;
