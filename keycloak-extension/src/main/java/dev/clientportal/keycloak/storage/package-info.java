/** JPA entities and queries behind the store interfaces of the other packages; imported by none of them. */
package dev.clientportal.keycloak.storage;
