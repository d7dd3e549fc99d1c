package id.warta;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaTests {

	private static final Path PRINTED = Path.of("docs", "schema.graphqls");

	private final GraphQLSchema schema = schema();

	@Test
	void theSchemaIsAsPrintedInGit() throws IOException {
		String printed = print();
		if (Boolean.getBoolean("schema.update")) {
			Files.createDirectories(PRINTED.getParent());
			Files.writeString(PRINTED, printed);
		}
		assertThat(PRINTED).withFailMessage(() -> """
				%s is not the schema. If the change of the API is meant, then print it anew and commit it:
				  mvn test -Dtest=SchemaTests -Dschema.update=true
				The schema is:
				%s""".formatted(PRINTED, printed)).content(StandardCharsets.UTF_8).isEqualTo(printed);
	}

	@Test
	void everythingIsDescribed() {
		assertThat(types().flatMap(this::undescribed)).isEmpty();
	}

	private String print() {
		SchemaPrinter.Options options = SchemaPrinter.Options.defaultOptions()
			.includeScalarTypes(true)
			.includeSchemaDefinition(false)
			.includeDirectiveDefinitions(false);
		return new SchemaPrinter(options).print(this.schema);
	}

	private Stream<GraphQLNamedType> types() {
		return this.schema.getAllTypesAsList()
			.stream()
			.filter((type) -> !type.getName().startsWith("__"))
			.filter((type) -> !ScalarInfo.isGraphqlSpecifiedScalar(type.getName()));
	}

	private Stream<String> undescribed(GraphQLNamedType type) {
		List<String> places = new ArrayList<>();
		check(type.getName(), type, places);
		if (type instanceof GraphQLFieldsContainer container) {
			container.getFieldDefinitions().forEach((field) -> {
				String place = type.getName() + "." + field.getName();
				check(place, field, places);
				field.getArguments()
					.forEach((argument) -> check(place + "(" + argument.getName() + ")", argument, places));
			});
		}
		else if (type instanceof GraphQLInputObjectType input) {
			input.getFields().forEach((field) -> check(type.getName() + "." + field.getName(), field, places));
		}
		else if (type instanceof GraphQLEnumType choices) {
			choices.getValues().forEach((value) -> check(type.getName() + "." + value.getName(), value, places));
		}
		return places.stream();
	}

	private static void check(String place, GraphQLNamedSchemaElement element, List<String> undescribed) {
		if (element.getDescription() == null || element.getDescription().isBlank()) {
			undescribed.add(place);
		}
	}

	private static GraphQLSchema schema() {
		TypeDefinitionRegistry registry = new TypeDefinitionRegistry();
		Function<Resource, TypeDefinitionRegistry> parsed = (file) -> new SchemaParser().parse(text(file));
		files().map(parsed).forEach(registry::merge);
		return UnExecutableSchemaGenerator.makeUnExecutableSchema(registry);
	}

	private static Stream<Resource> files() {
		try {
			return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:graphql/*.graphqls"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Resource file) {
		try {
			return file.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
