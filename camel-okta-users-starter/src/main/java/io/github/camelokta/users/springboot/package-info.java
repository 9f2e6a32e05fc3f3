/* SPDX-License-Identifier: Apache-2.0 */
/** The component in a Spring Boot application: its options come from {@code camel.component.okta-users.*}. */
package io.github.camelokta.users.springboot;
