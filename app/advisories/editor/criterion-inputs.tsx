'use client';

import { MultiSelect, Select, TextInput } from '@mantine/core';
import { classifications } from '@/app/_domain/classification';
import { codesOf } from '@/app/_domain/code-list';
import { countryCodes, countryName } from '@/app/_domain/country';
import { organisationKindLabels } from '@/app/_domain/organisation';
import { facetLabels } from '@/app/_domain/origin';
import { productCategoryLabels } from '@/app/_domain/product';
import { affiliationLabels, componentScopeLabels, throughLabels } from '@/app/_domain/rule';
import { systemPurposeLabels } from '@/app/_domain/system';
import type { ChosenRecord } from '@/app/_lib/record-choice';
import { MarkingInput } from '@/app/_parts/marking-input';
import { RecordTags, type RecordTagsProps } from '@/components/record-tags';
import { findProductsToName, findSuppliersToName } from '../named-records/actions';
import type { CriteriaValues } from '../schema';
import type { CriterionKind } from './criteria';
import styles from './editor.module.css';
import { type EditorForm, problemWithin } from './form';

interface CriterionProps {
  form: EditorForm;
  /** Of the rule's criteria in the form, such as `rules.0.criteria`. */
  path: string;
  criteria: CriteriaValues;
}

/** The fields of one criterion. */
export function CriterionInputs({ kind, ...props }: CriterionProps & { kind: CriterionKind }) {
  const Inputs = inputs[kind];
  return <Inputs {...props} />;
}

const choicesOf = <Code extends string>(labels: Readonly<Record<Code, string>>) =>
  codesOf(labels).map((value) => ({ value, label: labels[value] }));

const countryChoices = [
  ...countryCodes.map((code) => ({ value: code, label: `${countryName(code)} (${code})` })),
  { value: 'none', label: 'Not recorded' },
];

const inputs: Readonly<Record<CriterionKind, (props: CriterionProps) => React.ReactNode>> = {
  origin: ({ form, path, criteria }) => (
    <>
      <div className={styles.origin}>
        <CodesInput
          label="Any of these countries"
          data={countryChoices}
          searchable
          {...{ form, path: `${path}.countries` }}
        />
        <CodesInput
          label="By any of these facets"
          data={choicesOf(facetLabels)}
          {...{ form, path: `${path}.facets` }}
        />
      </div>
      <div className={styles.pair}>
        <Select
          label="Whose origin counts"
          data={choicesOf(throughLabels)}
          allowDeselect={false}
          {...form.getInputProps(`${path}.through`)}
        />
        {criteria.through === 'share' ? (
          <TextInput
            label="Least share"
            description="In per cent"
            inputMode="decimal"
            required
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...form.getInputProps(`${path}.sharePercent`)}
          />
        ) : null}
      </div>
    </>
  ),
  suppliers: ({ form, path }) => (
    <>
      <SuppliersInput
        label="Any of these suppliers"
        description="Choose one, or type a name that is not recorded yet and press Enter"
        {...{ form, path: `${path}.suppliers` }}
      />
      <CodesInput
        label="With their affiliates"
        data={choicesOf(affiliationLabels)}
        {...{ form, path: `${path}.affiliates` }}
      />
    </>
  ),
  products: ({ form, path }) => (
    <ProductsInput
      label="Any of these products"
      description="Choose one, or type a name that is not recorded yet and press Enter"
      {...{ form, path: `${path}.products` }}
    />
  ),
  categories: ({ form, path }) => (
    <CodesInput
      label="Any of these categories"
      data={choicesOf(productCategoryLabels)}
      searchable
      {...{ form, path: `${path}.categories` }}
    />
  ),
  exceptions: ({ form, path }) => (
    <>
      <SuppliersInput
        label="All but these suppliers"
        {...{ form, path: `${path}.exceptSuppliers` }}
      />
      <ProductsInput label="All but these products" {...{ form, path: `${path}.exceptProducts` }} />
    </>
  ),
  components: ({ form, path }) => (
    <Select
      label="What is asked of the product holds for"
      data={choicesOf(componentScopeLabels)}
      allowDeselect={false}
      {...form.getInputProps(`${path}.components`)}
    />
  ),
  versions: ({ form, path }) => (
    <div className={styles.pair}>
      <TextInput label="First version" {...form.getInputProps(`${path}.versionFrom`)} />
      <TextInput label="Last version" {...form.getInputProps(`${path}.versionTo`)} />
    </div>
  ),
  classification: ({ form, path }) => (
    <div className={styles.pair}>
      <Select
        label="At least"
        placeholder="Any"
        data={classifications}
        clearable
        clearButtonProps={{ 'aria-label': 'Clear the least classification' }}
        {...form.getInputProps(`${path}.classificationMin`)}
      />
      <Select
        label="At most"
        placeholder="Any"
        data={classifications}
        clearable
        clearButtonProps={{ 'aria-label': 'Clear the highest classification' }}
        {...form.getInputProps(`${path}.classificationMax`)}
      />
    </div>
  ),
  markings: ({ form, path }) => (
    <div className={styles.pair}>
      <MarkingInput label="Any of these" {...form.getInputProps(`${path}.markings`)} />
      <MarkingInput label="None of these" {...form.getInputProps(`${path}.exceptMarkings`)} />
    </div>
  ),
  purposes: ({ form, path }) => (
    <div className={styles.pair}>
      <CodesInput
        label="Any of these"
        data={choicesOf(systemPurposeLabels)}
        {...{ form, path: `${path}.purposes` }}
      />
      <CodesInput
        label="None of these"
        data={choicesOf(systemPurposeLabels)}
        {...{ form, path: `${path}.exceptPurposes` }}
      />
    </div>
  ),
  organisationKinds: ({ form, path }) => (
    <CodesInput
      label="Any of these kinds"
      data={choicesOf(organisationKindLabels)}
      {...{ form, path: `${path}.organisationKinds` }}
    />
  ),
  onDate: ({ form, path }) => (
    <TextInput
      label="Facts and ownership as they were on"
      description="Empty: as they are today"
      type="date"
      {...form.getInputProps(`${path}.onDate`)}
    />
  ),
};

interface FieldProps {
  form: EditorForm;
  path: string;
}

function CodesInput(
  props: FieldProps & {
    label: string;
    data: readonly { value: string; label: string }[];
    searchable?: boolean;
  },
) {
  const { form, path, label, data, searchable } = props;
  return (
    <MultiSelect
      label={label}
      data={data}
      searchable={searchable}
      nothingFoundMessage="Nothing found"
      hidePickedOptions
      {...form.getInputProps(path)}
      error={problemWithin(form, path)}
    />
  );
}

type RecordsInputProps = FieldProps & Pick<RecordTagsProps, 'label' | 'description'>;

function SuppliersInput(props: RecordsInputProps) {
  return <RecordsInput find={findSuppliersToName} {...props} />;
}

function ProductsInput(props: RecordsInputProps) {
  return <RecordsInput find={findProductsToName} {...props} />;
}

function RecordsInput(props: RecordsInputProps & Pick<RecordTagsProps, 'find'>) {
  const { form, path, ...rest } = props;
  const { value, onChange } = form.getInputProps(path);
  return (
    <RecordTags
      {...rest}
      value={value as ChosenRecord[]}
      onChange={onChange}
      error={problemWithin(form, path)}
    />
  );
}
