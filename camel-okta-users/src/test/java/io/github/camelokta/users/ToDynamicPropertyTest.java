/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** In toD a value is a value: Okta gets it as it is, decoded once, or nothing is sent and a sentence says why. */
class ToDynamicPropertyTest extends RouteFixture {
    private static final long SEED = Long.getLong("seed", 20_260_101);
    private static final int ROUNDS = Integer.getInteger("rounds", 250);

    private static final List<String> PIECES = List.of(
            "&dryRun=true",
            "&userId=00uOther",
            "&roleId=other",
            "&orgUrl=http://127.0.0.1:1",
            "&token=zz",
            "RAW(",
            "RAW{",
            ")",
            "}",
            "%26",
            "%2526",
            "%2B",
            "%2F",
            "%",
            "%4",
            "%zz",
            "%FF",
            "%C3%A9",
            "+",
            " ",
            "&",
            "=",
            "?",
            "#",
            "/",
            "..",
            "\u00e9",
            "\ud83d\ude00",
            "\ud800",
            "\n",
            "\u0000",
            "\u007f",
            "\"",
            "\" or status eq \"ACTIVE",
            "${body}",
            "ann",
            "ann@acme.com",
            "00ub0oNGTSWTBKOLGLNR");

    /** A template, and what is asked for with its values: {@code {}} stands for one that is decoded, {@code <>} for one as it is. */
    private record Case(String template, String target) {}

    private static final List<Case> CASES = List.of(
            new Case("okta-users:suspend?userId=${header.a}", "/api/v1/users/{a}/lifecycle/suspend"),
            new Case("okta-users:suspend?userId=RAW(${header.a})", "/api/v1/users/<a>/lifecycle/suspend"),
            new Case("okta-users:get?userId=${header.a}&expand=x%2Fy", "/api/v1/users/{a}?expand=x/y"),
            new Case("okta-users:getRole?userId=${header.a}&roleId=${header.b}", "/api/v1/users/{a}/roles/{b}"),
            new Case(
                    "okta-users:getRole?userId=RAW(${header.a})&roleId=RAW(${header.b})",
                    "/api/v1/users/<a>/roles/<b>"),
            new Case("okta-users:list?paging=page&search=${header.a}", "/api/v1/users?search={a}"),
            new Case(
                    "okta-users:list?search=RAW(${header.a})&fields=id%2Cstatus&paging=page",
                    "/api/v1/users?search=<a>&fields=id,status"),
            new Case(
                    "okta-users:list?search=profile.login eq \"${header.a}\"&sortBy=RAW(${header.b})&paging=page",
                    "/api/v1/users?search=profile.login eq \"{a}\"&sortBy=<b>"));

    @Test
    void what_Okta_gets_is_the_value_or_nothing_is_sent() throws Exception {
        okta.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200).withBody("{}")));
        okta.stubFor(any(urlPathEqualTo("/api/v1/users"))
                .willReturn(aResponse().withStatus(200).withBody("[]")));
        route(new RouteBuilder() {
            @Override
            public void configure() {
                for (int i = 0; i < CASES.size(); i++) {
                    from("direct:" + i).toD(CASES.get(i).template());
                }
            }
        });
        Random random = new Random(SEED);
        List<String> wrong = new ArrayList<>();
        int sent = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String a = value(random);
            String b = value(random);
            for (int i = 0; i < CASES.size(); i++) {
                okta.resetRequests();
                Exchange exchange = send("direct:" + i, null, Map.of("a", a, "b", b));
                List<ServeEvent> events = okta.getAllServeEvents();
                String problem = problem(CASES.get(i), a, b, exchange, events);
                sent += events.size();
                if (problem != null) {
                    wrong.add(CASES.get(i).template() + " a=" + a + " b=" + b + ": " + problem);
                }
            }
        }
        assertThat(wrong).as("seed %s", SEED).isEmpty();
        assertThat(sent).as("calls that were sent").isGreaterThan(ROUNDS);
    }

    private static String problem(Case test, String a, String b, Exchange exchange, List<ServeEvent> events) {
        if (exchange.getException() != null && events.isEmpty()) {
            return String.valueOf(exchange.getException().getMessage()).isBlank() ? "no sentence" : null;
        }
        if (events.size() != 1) {
            return events.size() + " requests, " + exchange.getException();
        }
        String url = events.get(0).getRequest().getUrl();
        String shown = withoutBlanks(test, a, b);
        String target = shown.replace("{a}", "\u0001a")
                .replace("{b}", "\u0001b")
                .replace("<a>", "\u0001A")
                .replace("<b>", "\u0001B")
                .replace("\u0001a", seen(a, test.template().endsWith("${header.a}")))
                .replace("\u0001b", seen(b, test.template().endsWith("${header.b}")))
                .replace("\u0001A", a)
                .replace("\u0001B", b);
        boolean asAsked = decoded(url).equals(target) && separators(url).equals(separators(shown));
        return asAsked ? null : "sent " + url;
    }

    /** A blank text in the query counts as unset. */
    private static String withoutBlanks(Case test, String a, String b) {
        String[] target = test.target().split("\\?", 2);
        String query = target.length == 1
                ? ""
                : Stream.of(target[1].split("&"))
                        .filter(param -> !param.replaceAll(".*?=", "")
                                .replace("{a}", seen(a, test.template().endsWith("${header.a}")))
                                .replace("{b}", seen(b, test.template().endsWith("${header.b}")))
                                .replace("<a>", a)
                                .replace("<b>", b)
                                .isBlank())
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? target[0] : target[0] + "?" + query;
    }

    /** The slashes, ampersands and question marks that stand on the wire as such. */
    private static String separators(String url) {
        return url.replaceAll("(?<==)[^&]*", "").replaceAll("[^/?&]", "");
    }

    /** The value decoded once; Camel trims a URI at its end. */
    private static String seen(String value, boolean last) {
        return decoded(last ? ("|" + value).trim().substring(1) : value);
    }

    private static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); ) {
            if (text.substring(i).matches("(?s)%[0-9A-Fa-f]{2}.*")) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 3;
            } else {
                int point = text.codePointAt(i);
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(point);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String value(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = 1 + random.nextInt(4);
        for (int i = 0; i < pieces; i++) {
            text.append(
                    random.nextInt(3) == 0
                            ? String.valueOf((char) random.nextInt(128))
                            : PIECES.get(random.nextInt(PIECES.size())));
        }
        // Of these Camel makes properties before a component sees them.
        return text.indexOf("{{") < 0 ? text.toString() : value(random);
    }
}
