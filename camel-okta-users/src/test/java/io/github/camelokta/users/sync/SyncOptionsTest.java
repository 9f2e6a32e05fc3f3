/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.support.SimulatedContexts;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options of ensure and reconcile that cannot work are refused before anything is sent. */
@ExtendWith(OktaSimulatorExtension.class)
class SyncOptionsTest {
    private static DefaultCamelContext context;

    private final OktaSimulator okta;

    SyncOptionsTest(OktaSimulator okta) {
        this.okta = okta;
    }

    @BeforeAll
    static void start(OktaSimulator okta) throws Exception {
        context = SimulatedContexts.on(okta);
        context.start();
    }

    @AfterAll
    static void stop() {
        context.stop();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ensure?userId=00u1              | ensure takes no parameter [userId] but sendEmail",
                "ensure?deletePolicy=delete      | ensure never deletes: remove deletePolicy",
                "ensure?notFound=null            | ensure takes no notFound=null",
                "ensure?allowOperationHeader=true| remove allowOperationHeader",
                "ensure?resultFormat=json&outputClass=java.util.Map | outputClass binds results to a class",
                "get?compareAttributes=city      | get takes no option [compareAttributes]",
                "get?absentAttributes=keep       | get takes no option [absentAttributes]",
                "ensur                           | did you mean ensure?",
                "reconcile                                          | reconcile needs the option scope",
                "reconcile?scope=RAW( )                             | reconcile needs the option scope",
                "reconcile?scope=RAW(status pr)&protect=RAW( )      | protect is blank",
                "reconcile?scope=RAW(status pr)&resultFormat=json   | remove resultFormat and outputClass",
                "reconcile?scope=RAW(status pr)&maxDeactivations=-1 | maxDeactivations must be 0 or more",
                "reconcile?scope=RAW(status pr)&maxChangePercent=-1 | maxChangePercent must be 0 or more",
                "reconcile?scope=RAW(status pr)&minSourceSize=-1    | minSourceSize must be 0 or more",
                "reconcile?scope=RAW(status pr)&workDirectory=nowhere/at/all | workDirectory is no directory",
                "reconcile?scope=RAW(status pr)&search=RAW(id pr)   | reconcile takes no parameter [search] but sendEmail",
                "ensure?scope=RAW(status pr)                        | ensure takes no option [scope]",
                "ensure?onMissing=suspend                           | ensure takes no option [onMissing]",
                "get?dryRun=true                                    | dryRun=true is for operations that write; get only reads",
                "list?scope=RAW(status pr)                          | list takes no option [scope]",
            })
    void options_that_cannot_work_are_refused_at_start(String uri, String sentence) {
        Throwable failure;
        try {
            failure = send("okta-users:" + uri, "{}").getException();
        } catch (RuntimeException e) {
            failure = e;
        }
        assertThat(failure).rootCause().hasMessageContaining(sentence);
        assertThat(okta.requests().count()).isZero();
    }

    @Test
    void it_cannot_be_consumed_from_nor_named_by_a_header() {
        assertThat(catchThrowable(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("okta-users:ensure").to("mock:out");
                    }
                })))
                .rootCause()
                .hasMessageContaining("okta-users:ensure cannot be consumed from");

        Exchange exchange = context.createFluentProducerTemplate()
                .to("okta-users:get?allowOperationHeader=true")
                .withHeader(OktaUsersConstants.OPERATION, "ensure")
                .withBody("{}")
                .send();
        assertThat(exchange.getException()).hasMessageContaining("ensure stands for several calls");
    }

    private Exchange send(String uri, Object body) {
        return context.createFluentProducerTemplate().to(uri).withBody(body).send();
    }
}
