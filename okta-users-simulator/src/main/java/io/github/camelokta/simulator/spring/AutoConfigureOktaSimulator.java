/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the application under test a simulated org instead of a real one.
 *
 * <pre>
 * &#64;SpringBootTest
 * &#64;AutoConfigureOktaSimulator
 * class OffboardingTest {
 *     &#64;Test
 *     void a_leaver_is_suspended(&#64;Autowired OktaSimulator okta) {
 * </pre>
 *
 * <p>The org starts before the application, on a free port, and stops after it. {@code camel.component.okta-users.org-url} and
 * {@code .token} lead to it, whatever else the environment says; the application's other credentials are blanked, so that
 * nothing of a real org's is left in the set. A proxy, endpoints with an {@code orgUrl} of their own and components under
 * another name are left as they are.
 *
 * <p>The {@link io.github.camelokta.simulator.OktaSimulator} is a bean. It is {@linkplain io.github.camelokta.simulator.OktaSimulator#reset() reset} before each test method, ahead of
 * {@code @BeforeEach} methods. Test classes that share a cached application context share the org.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface AutoConfigureOktaSimulator {

    /**
     * Where the JSON file is that fills the org, such as {@code classpath:org.json}; the format stands in the
     * manual, on the page about tests. Empty, the default, for an empty org.
     */
    String seed() default "";

    /**
     * The seed of a bad day, see {@link io.github.camelokta.simulator.fault.Chaos}; 0, the default, for a good one. It is printed
     * when a test fails.
     */
    long chaos() default 0;
}
