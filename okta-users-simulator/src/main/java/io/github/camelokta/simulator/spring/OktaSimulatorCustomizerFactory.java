/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.spring;

import java.util.List;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Finds {@link AutoConfigureOktaSimulator} on a test class or around it. Spring knows it from {@code spring.factories}. */
final class OktaSimulatorCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        AutoConfigureOktaSimulator annotation =
                TestContextAnnotationUtils.findMergedAnnotation(testClass, AutoConfigureOktaSimulator.class);
        return annotation == null ? null : new OktaSimulatorCustomizer(annotation.seed(), annotation.chaos());
    }
}
