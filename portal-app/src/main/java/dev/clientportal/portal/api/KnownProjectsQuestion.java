package dev.clientportal.portal.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** External ids of which somebody wants to know whether they belong to projects. */
@Schema(name = "KnownProjectsQuestion")
public record KnownProjectsQuestion(
        @NotEmpty(message = "must not be empty") @Size(max = 500, message = "has more than 500 items")
        List<@NotBlank(message = "must not be empty") String> externalIds) {}
