/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.junit;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.OktaSimulatorBuilder;
import io.github.camelokta.simulator.fault.Chaos;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Gives tests an {@link OktaSimulator} as a parameter of constructors, test methods and lifecycle methods.
 *
 * <p>One org per test class, nested classes included. It is started before the class, reset before each test (ahead of
 * the class's own {@code @BeforeEach} methods) and stopped after the class. {@code @ExtendWith(OktaSimulatorExtension.class)}
 * starts an empty org; a static {@code @RegisterExtension} field can take a {@link OktaSimulatorBuilder}.
 */
public final class OktaSimulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, ParameterResolver, TestWatcher {
    private static final Namespace NAMESPACE = Namespace.create(OktaSimulatorExtension.class);

    /** Closed by JUnit together with the class's store; before 5.13 JUnit closes {@code CloseableResource} only. */
    @SuppressWarnings("deprecation")
    private record Running(OktaSimulator okta) implements Store.CloseableResource, AutoCloseable {
        @Override
        public void close() {
            okta.close();
        }
    }

    private final OktaSimulatorBuilder setup;

    /** An empty org with the default token on a free port. */
    public OktaSimulatorExtension() {
        this(OktaSimulator.builder());
    }

    /** An org set up like this. */
    public OktaSimulatorExtension(OktaSimulatorBuilder setup) {
        this.setup = setup;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        running(context).reset();
    }

    /** Prints the seed of {@link OktaChaos}, so that the test can run again as it was. */
    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        running(context)
                .chaos()
                .ifPresent(chaos -> System.err.println(context.getDisplayName() + " failed in " + chaos));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == OktaSimulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running(context);
    }

    private OktaSimulator running(ExtensionContext context) {
        return outermostClass(context)
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Running.class, type -> new Running(started(context)), Running.class)
                .okta();
    }

    private OktaSimulator started(ExtensionContext context) {
        OktaChaos chaos = outermostClass(context).getRequiredTestClass().getAnnotation(OktaChaos.class);
        if (chaos != null) {
            setup.chaos(chaos.value() == 0 ? Chaos.any() : Chaos.of(chaos.value()));
        }
        return setup.start();
    }

    private static ExtensionContext outermostClass(ExtensionContext context) {
        ExtensionContext outermost = context;
        while (outermost
                .getParent()
                .filter(parent -> parent.getTestClass().isPresent())
                .isPresent()) {
            outermost = outermost.getParent().orElseThrow();
        }
        return outermost;
    }
}
