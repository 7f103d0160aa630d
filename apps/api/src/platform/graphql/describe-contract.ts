import {
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type StringValueNode,
  visit,
} from "graphql";
import { recurringWords } from "./recurring-words.js";

type Item = FieldDefinitionNode | InputValueDefinitionNode;

/** What the name of a type says of it, where its module says nothing. */
const typeWords: readonly [ending: RegExp, words: string][] = [
  [/Connection$/, "One page of a list, as Relay has it."],
  [/Edge$/, "One item of a page, and where it stands."],
  [/Input$/, "What a command is given."],
  [/Result$/, "What a command answers: that it was carried out, or the refusal that says why not."],
  [/Success$/, "It was carried out; or, where only asked, would be."],
];

/**
 * The modules' schema with the descriptions that recur: an input that mirrors a type says the same of
 * its fields, and whatever has one name everywhere is described in one place.
 */
export function describeContract(schema: DocumentNode): DocumentNode {
  const said = new Map<string, StringValueNode>();
  visit(schema, {
    ObjectTypeDefinition: ({ name, fields }) => {
      for (const { name: field, description } of fields ?? []) {
        if (description) said.set(`${name.value}.${field.value}`, description);
      }
    },
  });
  const itemWords = (item: Item, owner?: string): StringValueNode | undefined =>
    item.description ??
    said.get(`${owner?.replace(/Input$/, "")}.${item.name.value}`) ??
    asNode(recurringWords[item.name.value]);
  const described = <T extends Item>(item: T, owner?: string): T => {
    const description = itemWords(item, owner);
    return description ? { ...item, description } : item;
  };
  const named = <T extends { name: { value: string }; description?: StringValueNode }>(
    type: T,
  ): T => {
    const words = typeWords.find(([ending]) => ending.test(type.name.value))?.[1];
    const description = type.description ?? asNode(words);
    return description ? { ...type, description } : type;
  };
  const object = <T extends { name: { value: string }; fields?: readonly FieldDefinitionNode[] }>(
    type: T,
  ): T => ({
    ...type,
    fields: type.fields?.map((field) => ({
      ...described(field, type.name.value),
      arguments: field.arguments?.map((argument) => described(argument)),
    })),
  });
  return visit(schema, {
    ObjectTypeDefinition: (type) => object(named(type)),
    ObjectTypeExtension: object,
    InterfaceTypeDefinition: object,
    UnionTypeDefinition: named,
    InputObjectTypeDefinition: (type) =>
      named({ ...type, fields: type.fields?.map((field) => described(field, type.name.value)) }),
  });
}

const asNode = (value: string | undefined): StringValueNode | undefined =>
  value ? { kind: Kind.STRING, value } : undefined;
