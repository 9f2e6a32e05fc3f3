/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.processor;

import io.github.camelokta.examples.offboarding.account.Offboarding;
import io.github.camelokta.examples.offboarding.event.Leaver;
import io.github.camelokta.examples.offboarding.event.Origin;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The case at the head of each partition, so that an event that is read again goes on with what was done for it. Kept in
 * memory: after a restart a case begins with the account as it is then.
 */
@Component
class OpenCases {
    private record Open(long offset, Offboarding offboarding) {}

    private final Map<String, Open> heads = new ConcurrentHashMap<>();

    /** The case of this event: the one that is open, or a new one. */
    Offboarding of(Origin event, Leaver leaver) {
        return heads.compute(
                        event.topic() + "-" + event.partition(),
                        (partition, head) -> head != null && head.offset() == event.offset()
                                ? head
                                : new Open(event.offset(), new Offboarding(leaver)))
                .offboarding();
    }
}
