/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import io.github.camelokta.simulator.error.ErrorCode;
import io.github.camelokta.simulator.error.OktaRefusal;
import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.simulator.http.Call;
import io.github.camelokta.simulator.http.OrgRequest;
import io.github.camelokta.simulator.http.Reply;
import io.github.camelokta.simulator.http.Route;
import io.github.camelokta.simulator.http.Router;
import io.github.camelokta.simulator.limit.Quota;
import io.github.camelokta.simulator.limit.RateLimits;
import io.github.camelokta.simulator.oauth.ServiceApps;
import io.github.camelokta.simulator.oauth.ServiceApps.Denial;
import io.github.camelokta.simulator.org.OktaOrg;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The org's front door. In this order: rate limit, token, transport rules, route, handler; then the headers that every
 * answer carries.
 */
public final class UsersApi {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final OktaOrg org;
    private final RateLimits limits;
    private final Set<String> authorizations;
    private final ServiceApps serviceApps;
    private final Router router;

    /**
     * Opens the door to callers whose {@code Authorization} header is one of these, such as {@code SSWS 00abc}, and to those
     * with a token that a service app got here.
     */
    public UsersApi(OktaOrg org, RateLimits limits, Set<String> authorizations, ServiceApps serviceApps) {
        this.org = org;
        this.serviceApps = serviceApps;
        this.limits = limits;
        this.authorizations = authorizations;
        this.router = new Router(
                Stream.concat(Stream.of(tokenRoute()), routes(org).stream()).toList());
    }

    /** The operations on this org. */
    public static List<Route> routes(OktaOrg org) {
        return Stream.of(
                        new UserRoutes(org).routes(),
                        new UserWrites(org).routes(),
                        new LifecycleRoutes(org).routes(),
                        new CredentialRoutes(org).routes(),
                        RoleRoutes.routes(),
                        AccessRoutes.routes(),
                        MembershipRoutes.routes(),
                        GroupRoutes.routes())
                .flatMap(List::stream)
                .toList();
    }

    private Route tokenRoute() {
        return Route.of("POST", ServiceApps.TOKEN_PATH, RateLimits.TOKEN, call -> serviceApps.token(call.request()));
    }

    /**
     * The answer to a request; a fault of kind {@link Fault.Kind#RESET} or {@link Fault.Kind#DELAY} is the transport's
     * business, so that here only its {@code applied} matters.
     */
    public Reply answer(OrgRequest request, Optional<Fault> fault) {
        Router.Match match = router.match(request.method(), request.path());
        String bucket = match.route().bucket();
        String requestId = org.ids().token(27);
        Quota quota = limits.take(bucket);
        Reply reply;
        if (fault.isPresent() && !fault.get().applied()) {
            quota = quotaAfter(fault.get(), bucket, quota);
            reply = refused(fault.get(), requestId);
        } else {
            reply = quota.allowed()
                    ? handle(match, request, requestId)
                    : Reply.refused(OktaRefusal.of(ErrorCode.E0000047), requestId);
            if (fault.isPresent() && fault.get().kind() != Fault.Kind.DELAY) {
                quota = quotaAfter(fault.get(), bucket, quota);
                reply = refused(fault.get(), requestId);
            }
        }
        return reply.header("Cache-Control", "no-cache, no-store")
                .header("Expires", "0")
                .header("Pragma", "no-cache")
                .header("Date", HTTP_DATE.format(org.clock().instant()))
                .header("X-Okta-Request-Id", requestId)
                .header("X-Rate-Limit-Limit", String.valueOf(quota.limit()))
                .header("X-Rate-Limit-Remaining", String.valueOf(quota.remaining()))
                .header("X-Rate-Limit-Reset", String.valueOf(quota.reset()));
    }

    private Quota quotaAfter(Fault fault, String bucket, Quota quota) {
        return switch (fault.kind()) {
            case RATE_LIMIT -> limits.exhaust(bucket);
            case CONCURRENCY -> new Quota(false, 0, 0, quota.reset());
            default -> quota;
        };
    }

    /** What a reset connection would have carried does not matter. */
    private static Reply refused(Fault fault, String requestId) {
        return fault.code() == null ? Reply.empty(500) : Reply.refused(OktaRefusal.of(fault.code()), requestId);
    }

    private Reply handle(Router.Match match, OrgRequest request, String requestId) {
        boolean asksForToken = match.route().bucket().equals(RateLimits.TOKEN);
        Optional<Denial> denial = asksForToken ? Optional.empty() : denial(request, match.route());
        if (denial.isPresent()) {
            return denied(denial.get(), requestId);
        }
        try {
            if (lacksLength(request)) {
                return Reply.empty(411);
            }
            if (!asksForToken) {
                requireJson(request);
            }
            synchronized (org) {
                return match.route().handler().handle(new Call(org, request, match.variables()));
            }
        } catch (OktaRefusal refusal) {
            return Reply.refused(refusal, requestId);
        }
    }

    private Optional<Denial> denial(OrgRequest request, Route route) {
        String authorization = request.header("authorization");
        if (authorization != null && authorizations.contains(authorization)) {
            return Optional.empty();
        }
        return serviceApps.denial(request, route);
    }

    private static Reply denied(Denial denial, String requestId) {
        Reply reply =
                Reply.refused(OktaRefusal.of(denial.code()), requestId).header("WWW-Authenticate", denial.challenge());
        return denial.nonce() == null ? reply : reply.header("DPoP-Nonce", denial.nonce());
    }

    /** PUT and POST must say how long the body is, even if there is none (developer documentation, "core Okta API"). */
    private static boolean lacksLength(OrgRequest request) {
        boolean writes = request.method().equals("POST") || request.method().equals("PUT");
        return writes && request.header("content-length") == null && request.header("transfer-encoding") == null;
    }

    private static void requireJson(OrgRequest request) {
        String type = request.header("content-type");
        if (request.body().length > 0 && type == null) {
            throw OktaRefusal.of(ErrorCode.E0000018);
        }
        if (request.body().length > 0 && !type.toLowerCase(Locale.ROOT).contains("json")) {
            throw OktaRefusal.of(ErrorCode.E0000019);
        }
    }
}
