/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.spring;

import io.github.camelokta.simulator.OktaSimulator;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;

/** Resets the org of {@link AutoConfigureOktaSimulator} before each test. Spring knows it from {@code spring.factories}. */
final class OktaSimulatorResetter implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        if (TestContextAnnotationUtils.hasAnnotation(test.getTestClass(), AutoConfigureOktaSimulator.class)) {
            test.getApplicationContext()
                    .getBean(OktaSimulator.class.getName(), OktaSimulator.class)
                    .reset();
        }
    }

    @Override
    public void afterTestMethod(TestContext test) {
        if (test.getTestException() != null
                && TestContextAnnotationUtils.hasAnnotation(test.getTestClass(), AutoConfigureOktaSimulator.class)) {
            test.getApplicationContext()
                    .getBean(OktaSimulator.class.getName(), OktaSimulator.class)
                    .chaos()
                    .ifPresent(chaos -> System.err.println(test.getTestMethod().getName() + " failed in " + chaos));
        }
    }
}
