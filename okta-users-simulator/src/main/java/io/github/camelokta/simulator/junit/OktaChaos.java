/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the tests of a class an org on a bad day: a lagging index, a wrong clock, bursts of 429 and 503, slow answers, connections
 * cut after a change. The seed is printed when a test fails, and the same seed brings the same day again.
 *
 * @see io.github.camelokta.simulator.fault.Chaos
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface OktaChaos {

    /** The seed; 0, the default, for a new one in each run. */
    long value() default 0;
}
