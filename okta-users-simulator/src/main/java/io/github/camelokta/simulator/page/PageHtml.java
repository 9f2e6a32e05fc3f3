/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.page;

import io.github.camelokta.simulator.org.UserStatus;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes the changing part of the page. Everything that came from outside goes through {@link #escape(String)}. */
final class PageHtml {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final StringBuilder html = new StringBuilder();

    private PageHtml() {}

    static String of(PageState state) {
        PageHtml page = new PageHtml();
        page.counts(state);
        page.html.append("<div class=\"columns\">");
        page.users(state);
        page.requests(state);
        return page.html.append("</div>").toString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private void counts(PageState state) {
        html.append("<ul class=\"counts\"><li><b>").append(state.total()).append("</b> users</li>");
        for (UserStatus status : UserStatus.values()) {
            html.append("<li class=\"").append(css(status)).append("\"><b>");
            html.append(state.counts().getOrDefault(status, 0)).append("</b> ");
            html.append(status).append("</li>");
        }
        html.append("</ul>");
    }

    private void users(PageState state) {
        html.append("<section class=\"users\"><h2>Users</h2>");
        if (state.users().isEmpty()) {
            html.append("<p class=\"empty\">Nobody yet. POST /api/v1/users makes the first one.</p></section>");
            return;
        }
        html.append("<table><thead><tr><th>Name<th>Login<th>Id<th>Status<th>Updated (UTC)</tr></thead><tbody>");
        for (PageState.User user : state.users()) {
            html.append("<tr><td>").append(escape(user.name()));
            html.append("<td>").append(escape(user.login()));
            html.append("<td><code>").append(escape(user.id())).append("</code>");
            html.append("<td><span class=\"badge ").append(css(user.status())).append("\">");
            html.append(user.status()).append("</span><td><time>");
            html.append(DATE_TIME.format(user.lastUpdated())).append("</time></tr>");
        }
        html.append("</tbody></table>");
        if (state.total() > state.users().size()) {
            html.append("<p class=\"empty\">").append(state.users().size());
            html.append(" of ").append(state.total()).append(" users; the filter finds the others.</p>");
        }
        html.append("</section>");
    }

    private void requests(PageState state) {
        html.append("<section class=\"requests\"><h2>Requests <small>")
                .append(state.totalRequests())
                .append("</small></h2>");
        if (state.requests().isEmpty()) {
            html.append("<p class=\"empty\">None yet; they show here as they come in.</p></section>");
            return;
        }
        html.append("<table><thead><tr><th>Time<th>Request<th>Answer</tr></thead><tbody>");
        for (PageState.Request request : state.requests()) {
            html.append("<tr><td><time>").append(TIME.format(request.at())).append("</time>");
            html.append("<td><code><b>").append(escape(request.method())).append("</b> ");
            html.append(escape(request.target())).append("</code><td class=\"answer s");
            html.append(request.status() / 100).append("\">");
            html.append(request.status() == 0 ? "reset" : String.valueOf(request.status()))
                    .append("</tr>");
        }
        html.append("</tbody></table></section>");
    }

    private static String css(UserStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
